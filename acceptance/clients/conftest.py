"""The gateways that suites share, and what is shown when one of them fails."""

import contextlib
import pathlib
import re
import shutil
import tempfile

import pytest

import access
import figures
import gateway as gateways
import pachds
import postgres as postgresql

_running = []


@pytest.fixture(scope="session", autouse=True)
def jar():
    """The jar under test; without one nothing here can be said."""
    if not gateways.JAR.is_file():
        pytest.exit(f"no jar at {gateways.JAR}: build it with 'mvn verify', or set GATEWAY_JAR", returncode=2)
    return gateways.JAR


@pytest.fixture(scope="session")
def postgres():
    """A running PostgreSQL."""
    try:
        server = postgresql.Server()
    except postgresql.Missing as missing:
        if postgresql.CHOSEN:
            pytest.exit(str(missing), returncode=2)
        pytest.skip(str(missing))
    yield server.start()
    server.close()


@pytest.fixture(scope="session", autouse=True)
def bookkeeping(request):
    """With ACCEPTANCE_BOOKKEEPING=postgres every gateway keeps its uploads there."""
    if postgresql.CHOSEN:
        gateways.bookkeeping = request.getfixturevalue("postgres").options
    yield
    gateways.bookkeeping = None


@pytest.fixture
def folder():
    """A short-lived folder outside pytest's own, since data folders are large and nobody looks at them afterwards."""
    made = pathlib.Path(tempfile.mkdtemp(prefix="pfs-gateway-"))
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def start(folder):
    """Starts gateways that end with the test; each names its options."""
    started = []

    def launch(*options, data=None, **settings):
        gateway = gateways.Gateway(data or folder / "data", *options, **settings)
        started.append(gateway)
        _running.append(gateway)
        return gateway.start()

    yield launch
    for gateway in started:
        gateway.kill()
        _running.remove(gateway)


def _shared(*options):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="pfs-gateway-"))
    keys = access.write_keys(folder / "keys.yaml")
    chosen = [str(keys) if option == "KEYS" else option for option in options]
    gateway = gateways.Gateway(folder / "data", *chosen).start()
    _running.append(gateway)
    yield gateway
    gateway.kill()
    _running.remove(gateway)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def gateway():
    """The gateway that most suites share: signatures are checked."""
    yield from _shared("--auth", "keys", "--keys-file", "KEYS")


@pytest.fixture(scope="session")
def open_gateway():
    """A gateway as it starts by default: any credentials or none."""
    yield from _shared()


@pytest.fixture(scope="module")
def started_with():
    """Starts gateways with other options that end with the module; KEYS stands for the keys file."""
    with contextlib.ExitStack() as stack:
        yield lambda *options: stack.enter_context(contextlib.contextmanager(_shared)(*options))


@pytest.fixture(scope="module")
def on_pachd(started_with):
    """Starts a gateway with these options more on a pachd: the embedded file system, served as one, or the one that is named."""
    address = pachds.ADDRESS
    if not address:
        served = started_with("--pfs-listen", "127.0.0.1:0")
        address = re.search(r"pfs_v2\s+(grpc://\S+)", served.text()).group(1)
    return lambda *options: started_with("--pfs", address, *options)


@pytest.fixture
def s3(gateway):
    return access.client(gateway.url)


@pytest.fixture
def bucket(s3):
    """A bucket of this test's own, by the name that listings give it."""
    name = f"master.{access.new_repo()}"
    s3.create_bucket(Bucket=name)
    return name


def pytest_runtest_setup(item):
    item.logged = {id(gateway): len(gateway.log) for gateway in _running}


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Shows with a failure what the gateways printed since the test began."""
    report = (yield).get_result()
    if report.when == "call" and report.failed:
        for gateway in _running:
            said = gateway.log[item.logged.get(id(gateway), 0) :]
            if said:
                report.sections.append((f"gateway on {gateway.data}", "".join(said[-60:])))


def pytest_terminal_summary(terminalreporter):
    if figures.recorded():
        terminalreporter.section("figures")
        for line in figures.recorded():
            terminalreporter.write_line(line)
