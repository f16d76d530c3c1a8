"""The files in `deploy`, as far as they can be followed without containers: the gateway is started with their very arguments, but for
the places that a container gives it, and answers where their probes and services look for it."""

import contextlib
import socket
import urllib.request

import pytest
import yaml

import access
import gateway as gateways
import pachds
from waiting import wait_until

DEPLOY = gateways.ROOT / "deploy"
START_DEADLINE_SECONDS = 60


def compose():
    """The arguments of the Compose file, and the ports that it publishes."""
    service = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]["gateway"]
    return service["command"], {int(each.rpartition(":")[2]) for each in service["ports"]}


def kubernetes():
    """The arguments of the manifest, and the ports that its service and its probes lead to."""
    deployment, service = yaml.safe_load_all((DEPLOY / "kubernetes" / "gateway.yaml").read_text(encoding="utf-8"))
    container = deployment["spec"]["template"]["spec"]["containers"][0]
    ports = {each["name"]: each["containerPort"] for each in container["ports"]}
    probes = [container[name]["httpGet"] for name in ("livenessProbe", "readinessProbe")]
    assert [probe["path"] for probe in probes] == ["/livez", "/readyz"]
    reached = [each["targetPort"] for each in service["spec"]["ports"]] + [probe["port"] for probe in probes]
    return container["args"], {ports[name] for name in reached}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url):
    with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=10) as answer:
        return answer.status == 200
    return False


@pytest.mark.parametrize("arguments_of", [compose, kubernetes])
def test_gateway_starts_with_the_arguments_of_the_file(folder, postgres, arguments_of):
    given, reached = arguments_of()
    options = dict(zip(given[::2], given[1::2], strict=True))
    listens = {flag: int(options[flag].rpartition(":")[2]) for flag in ("--listen", "--admin-listen")}
    assert set(listens.values()) == reached
    here = {flag: f"127.0.0.1:{free_port()}" for flag in listens}
    database = dict(zip(*[iter(postgres.options(folder))] * 2, strict=True))
    password = folder / "jdbc-password"
    password.write_text("any\n", encoding="utf-8")
    served = pachds.at_hand(folder)
    replaced = {
        **here,
        **database,
        "--pfs": "grpc://{}:{}".format(*served.address),
        "--keys-file": access.write_keys(folder / "keys.yaml"),
        "--jdbc-password-file": password,
    }
    assert set(replaced) <= set(options)
    options = {**options, **replaced, "--data": folder / "data"}
    process = gateways.start_process(*(word for pair in options.items() for word in pair))
    try:
        for path in ("/livez", "/readyz"):
            wait_until(lambda asked=path: answers(f"http://{here['--admin-listen']}{asked}"), START_DEADLINE_SECONDS, path)
        s3 = access.client(f"http://{here['--listen']}")
        name = f"master.{access.new_repo()}"
        s3.create_bucket(Bucket=name)
        s3.put_object(Bucket=name, Key="k", Body=b"body", Metadata={"colour": "red"})
        assert s3.get_object(Bucket=name, Key="k")["Metadata"] == {"colour": "red"}
    finally:
        process.kill()
        process.wait()
        served.close()
