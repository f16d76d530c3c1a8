"""Starting, stopping and the settings, as an operator meets them."""

import os
import re

import access
import figures
import gateway as gateways
from refusals import refused

READABLE_BY_OTHERS = 0o644


def test_serves_on_the_port_that_the_banner_names(start):
    gateway = start()
    assert access.client(gateway.url).list_buckets()["Buckets"] == []
    figures.record(f"started on a new folder in {gateway.started_in_seconds:.2f} s")


def test_banner_names_the_data_folder_and_whether_it_was_made_or_opened(start):
    gateway = start()
    first = gateway.text()
    assert str(gateway.data.resolve()) in first
    gateway.log.clear()
    gateway.restart()
    again = gateway.text()
    assert str(gateway.data.resolve()) in again
    assert re.search(r"\bmade\b", first)
    assert re.search(r"\bopened\b", again)
    figures.record(f"started on a folder after SIGKILL in {gateway.started_in_seconds:.2f} s")


def test_nothing_stays_among_the_temporary_files_of_a_gateway_that_is_killed(start, folder):
    temporary = folder / "temporary"
    temporary.mkdir()
    gateway = start(jvm=[f"-Djava.io.tmpdir={temporary}"])
    assert access.client(gateway.url).list_buckets()["Buckets"] == []
    gateway.kill()
    assert list(temporary.iterdir()) == []


def test_help_names_every_main_flag():
    answer = gateways.run("--help")
    assert answer.returncode == 0
    for flag in ("--listen", "--admin-listen", "--data", "--auth", "--keys-file", "--open-anywhere"):
        assert flag in answer.stdout


def test_version_is_a_number():
    answer = gateways.run("--version")
    assert answer.returncode == 0
    assert re.search(r"\d+\.\d+", answer.stdout)


def test_unknown_flag_is_refused_by_name_and_touches_nothing(folder):
    answer = gateways.run("--data", folder / "data", "--no-such-flag")
    assert answer.returncode != 0
    assert "--no-such-flag" in answer.stdout + answer.stderr
    assert not (folder / "data").exists()


def test_second_process_on_the_same_folder_is_refused(start):
    first = start()
    second = gateways.run("--data", first.data, "--listen", "127.0.0.1:0", "--admin-listen", "off")
    assert second.returncode != 0
    assert str(first.data) in second.stdout + second.stderr
    assert access.client(first.url).list_buckets()["Buckets"] == []


def test_open_mode_is_refused_off_loopback(folder):
    answer = gateways.run("--data", folder / "data", "--listen", "0.0.0.0:0", "--admin-listen", "off")
    assert answer.returncode != 0
    assert "--open-anywhere" in answer.stdout + answer.stderr


def test_keys_file_that_others_may_read_is_refused(folder):
    keys = access.write_keys(folder / "keys.yaml")
    os.chmod(keys, READABLE_BY_OTHERS)
    answer = gateways.run(
        "--data", folder / "data", "--listen", "127.0.0.1:0", "--admin-listen", "off", "--auth", "keys", "--keys-file", keys
    )
    assert answer.returncode != 0
    assert access.ADMIN[1] not in answer.stdout + answer.stderr


def test_settings_come_from_the_environment(start, folder):
    gateway = start(listen=None, environment={"PFS_GATEWAY_LISTEN": "127.0.0.1:0"})
    assert gateway.port != 30600
    assert access.client(gateway.url).list_buckets()["Buckets"] == []


def test_flag_comes_before_variable_and_variable_before_file(start, folder):
    keys = access.write_keys(folder / "keys.yaml")
    config = folder / "settings.yaml"
    config.write_text(f"listen: 127.0.0.1:1\nauth: keys\nkeys-file: {keys}\n", encoding="utf-8")
    gateway = start("--config", config, environment={"PFS_GATEWAY_LISTEN": "127.0.0.1:2"}, listen="127.0.0.1:0")
    assert gateway.port > 2
    # That the file was read shows in the mode that it alone sets.
    assert access.client(gateway.url).list_buckets()["Buckets"] == []
    with refused(403, "InvalidAccessKeyId"):
        access.client(gateway.url, ("AKIDNOBODY0000000001", "nothing")).list_buckets()


def test_what_was_written_is_there_after_a_clean_stop(start):
    gateway = start()
    s3 = access.client(gateway.url)
    s3.create_bucket(Bucket="master.kept")
    s3.put_object(Bucket="master.kept", Key="a", Body=b"kept")
    assert gateway.stop() in (0, 143)
    gateway.start()
    assert access.client(gateway.url).get_object(Bucket="master.kept", Key="a")["Body"].read() == b"kept"
    gateway.stop()
    answer = gateways.check(gateway.data)
    assert answer.returncode == 0, answer.stdout + answer.stderr
