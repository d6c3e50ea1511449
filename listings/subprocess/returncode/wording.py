import subprocess

for script in ["exit 3", "kill -KILL $$", "kill -40 $$"]:
    try:
        subprocess.run(["sh", "-c", script], check=True)
    except subprocess.CalledProcessError as error:
        print(error)
