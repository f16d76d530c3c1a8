"""A TCP proxy that can be cut as a network is: the connections stay, and not a byte comes through until it is mended."""

import contextlib
import socket
import threading

_CHUNK = 64 * 1024


class Proxy:
    """Forwards what connects to `port` to a host and port."""

    def __init__(self, target):
        self._target = target
        self._whole = threading.Event()
        self._whole.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self):
        """Loses all that is sent from now on, without a word to either side. What TCP would send again arrives when it is mended."""
        self._whole.clear()

    def mend(self):
        self._whole.set()

    def close(self):
        """Ends it; connections end with their processes."""
        self._whole.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._connect, args=(client,), daemon=True).start()

    def _connect(self, client):
        self._whole.wait()
        try:
            server = socket.create_connection(self._target)
        except OSError:
            _reset(client)
            return
        for side, other in ((client, server), (server, client)):
            side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._pump, args=(side, other), daemon=True).start()

    def _pump(self, source, target):
        try:
            while data := source.recv(_CHUNK):
                self._whole.wait()
                target.sendall(data)
            self._whole.wait()
            target.shutdown(socket.SHUT_WR)
        except OSError:
            self._whole.wait()
            _reset(source)
            _reset(target)


def _reset(connection):
    """Closes so that the other side is told at once, and does not wait for more."""
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()
