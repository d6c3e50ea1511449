import sys
from sysconfig import get_config_var


def gil_is_on():
    ask = getattr(sys, "_is_gil_enabled", None)  # ①
    return ask() if ask else True


free_threaded = get_config_var("Py_GIL_DISABLED") == 1  # ②
print("built for free threading:", "yes" if free_threaded else "no")
print("the GIL is on:           ", "yes" if gil_is_on() else "no")
print("the switch interval:     ", round(sys.getswitchinterval() * 1000), "ms")
