"""Stops every way to a network in the process that imports it, and remembers what tried one."""

import socket
import sys

tried: list[str] = []
_LOCAL = {socket.AF_UNIX} if hasattr(socket, "AF_UNIX") else set()


def _listen(event: str, given: tuple[object, ...]) -> None:
    if event == "socket.__new__" and given[1] not in {*_LOCAL, -1}:
        tried.append(f"{event} {given[1]}")
        raise RuntimeError("no sockets here")
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}:
        tried.append(f"{event} {given[0]}")
        raise RuntimeError("no names of hosts here")


sys.addaudithook(_listen)  # for ever: a hook cannot be taken away
