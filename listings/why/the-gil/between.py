from dis import get_instructions

balance = 0


def one():
    global balance
    balance += 1


def some(amount):
    global balance
    balance += amount()


def call_between(deposit):
    names = [instruction.opname for instruction in get_instructions(deposit)]
    read, write = names.index("LOAD_GLOBAL"), names.index("STORE_GLOBAL")
    calls = [name for name in names[read:write] if name.startswith("CALL")]
    return "a call" if calls else "no call"


print("balance += 1:       ", call_between(one), "between read and write")
print("balance += amount():", call_between(some), "between read and write")
