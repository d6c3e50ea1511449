from multiprocessing import Process, get_context


class Baker(Process):
    pass


print("a subclass:", Baker().name)
print("an empty name:", Process(name="").name)
print("None:", Process(name=None).name)
print("a number:", repr(Process(name=5).name))
twins = [Process(name="Ada"), Process(name="Ada")]
print("two of a name:", [twin.name for twin in twins])
print("of a context:", get_context("fork").Process().name)
child = Process()
child.name = ""
print("set to nothing:", repr(child.name))
try:
    child.name = 5
except AssertionError as error:
    print("set to a number: AssertionError:", error)
