"""Something before a gRPC server that ends TLS, as an ingress does: it speaks HTTP/2 outside, and passes on what was inside."""

import asyncio
import contextlib
import ssl
import threading

_CHUNK = 64 * 1024


class TlsFront:
    """Listens on `port` with a certificate, and forwards to a host and port."""

    def __init__(self, target, certificate, key):
        self._target = target
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate, key)
        # Without it gRPC's clients end the connection at once.
        self._context.set_alpn_protocols(["h2"])
        self.port = 0
        self._loop = asyncio.new_event_loop()
        listening = threading.Event()
        threading.Thread(target=self._run, args=(listening,), daemon=True).start()
        listening.wait()

    def _run(self, listening):
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._connect, "127.0.0.1", 0, ssl=self._context))
        self.port = server.sockets[0].getsockname()[1]
        listening.set()
        self._loop.run_forever()
        connections = asyncio.all_tasks(self._loop)
        for connection in connections:
            connection.cancel()
        self._loop.run_until_complete(asyncio.gather(*connections, return_exceptions=True))

    async def _connect(self, client, answers):
        server, requests = await asyncio.open_connection(*self._target)
        await asyncio.gather(self._pump(client, requests), self._pump(server, answers))

    @staticmethod
    async def _pump(source, target):
        with contextlib.suppress(OSError):
            while data := await source.read(_CHUNK):
                target.write(data)
                await target.drain()
        target.close()

    def close(self):
        """Ends it, and what goes through it."""
        self._loop.call_soon_threadsafe(self._loop.stop)
