"""What suites share that kill a gateway under load."""

import concurrent.futures
import shutil

import gateway as gateways
from journal import Crowd


def load_until_killed(gateway, writers, answers):
    """Runs all writers at once, and kills the gateway after so many answers."""
    crowd = Crowd(answers)
    with concurrent.futures.ThreadPoolExecutor(len(writers)) as pool:
        running = [pool.submit(writer.run, gateway.url, crowd) for writer in writers]
        crowd.reached.wait(120)
        gateway.kill()
        for each in running:
            each.result()


def assert_checks_clean(data, folder):
    """Checks a copy, so that what the check may do cannot help the next round."""
    copy = folder / "copy"
    shutil.copytree(data, copy)
    answer = gateways.check(copy)
    shutil.rmtree(copy)
    assert answer.returncode == 0, answer.stdout + answer.stderr
