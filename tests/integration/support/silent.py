# SPDX-FileCopyrightText: 2026 The Carriel founders
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that hang: they take the connection at an address where people expect an answer, and give none."""
import socket
import ssl
import threading


class SilentServer:
    """On 127.0.0.1:port until closed. `says`: what it sends once it has read a request; nothing without it. Without `tls` not even a
    handshake is answered."""

    HEADERS = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4096\r\n\r\n"

    def __init__(self, port, tls=None, says=b""):
        self.says, self.asked, self.connections = says, 0, []
        self.context = None
        if tls:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(*tls)
        self.listener = socket.create_server(("127.0.0.1", int(port)), backlog=64)
        threading.Thread(target=self.take, daemon=True).start()

    def take(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return  # closed
            self.connections.append(connection)
            threading.Thread(target=self.hang, args=(connection,), daemon=True).start()

    def hang(self, connection):
        try:
            if not self.context:
                self.asked += 1
                return  # it stays open, and nobody reads it
            secure = self.context.wrap_socket(connection, server_side=True)
            self.connections.append(secure)
            if secure.recv(65536):
                self.asked += 1
                secure.sendall(self.says)
        except OSError:
            pass  # the client had enough

    def close(self):
        self.listener.shutdown(socket.SHUT_RDWR)  # whoever waits in accept() holds it otherwise
        self.listener.close()
        for connection in self.connections:
            connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
