from dis import get_instructions

balance = 0


def deposit():
    global balance
    balance += 1


names = [instruction.opname for instruction in get_instructions(deposit)]
read, write = names.index("LOAD_GLOBAL"), names.index("STORE_GLOBAL")
print("balance += 1 begins with", names[read])
print("and stores", write - read, "instructions later")
