import subprocess


def end_of_yes(how, **options):
    pipe, quiet = subprocess.PIPE, subprocess.DEVNULL
    yes = subprocess.Popen(["yes"], stdout=pipe, stderr=quiet, **options)
    yes.stdout.read(1)
    yes.stdout.close()  # ①
    code = yes.wait()
    said = "signal: 13 (SIGPIPE)" if code == -13 else f"exit status: {code}"
    print(how, said)


end_of_yes("restored:")  # ②
end_of_yes("ignored: ", restore_signals=False)  # ③
