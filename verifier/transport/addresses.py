"""Which addresses may be asked: public ones, and what the user names.

A name is resolved once, every address it has must be public, and the connection is made to the address that was looked at. So a
name that points inward, or that points elsewhere the second time, reaches nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.model import FailureKind

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
IPNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network

PORTS = frozenset({80, 443, 8080, 8443})
# Networks of IPv6 that carry an IPv4 address in their last 32 bits (RFC 6052, RFC 8215, RFC 4291).
_CARRIERS = tuple(
    map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96", "::ffff:0:0/96", "::ffff:0:0:0/96"))
)
# Site-local, discard, documentation, benchmarking, and what `is_global` of older Pythons lets through.
_NEVER = tuple(
    map(
        ipaddress.ip_network,
        (
            "fec0::/10",
            "100::/64",
            "2001:db8::/32",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "100.64.0.0/10",
            "0.0.0.0/8",
        ),
    )
)


# All else that a resolver says is its own trouble: not now, not here, not this resolver.
_NO_SUCH_NAME = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


class RefusedError(Exception):
    """Nothing is sent; `kind` is a kind of `Failure`, the message says why."""

    def __init__(self, kind: FailureKind, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind


def is_public(address: IPAddress) -> bool:
    """Whether an address, and every IPv4 address hidden in it, is public.

    >>> is_public(ipaddress.ip_address("93.184.216.34")), is_public(ipaddress.ip_address("64:ff9b::7f00:1"))
    (True, False)
    """
    if any(address in network for network in _NEVER if network.version == address.version):
        return False
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return (
            isinstance(address, ipaddress.IPv6Address)
            and any(address in c for c in _CARRIERS[:2])
            and is_public(_carried(address))
        )
    return all(is_public(inner) for inner in _embedded(address))


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address:
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)


def _embedded(address: IPAddress) -> list[ipaddress.IPv4Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found = [_carried(address)] if any(address in c for c in _CARRIERS) else []
    found += [address.ipv4_mapped] if address.ipv4_mapped else []
    found += [address.sixtofour] if address.sixtofour else []
    found += list(address.teredo) if address.teredo else []
    return found


@dataclass(frozen=True)
class Guard:
    """Vets hosts, ports and addresses; `allowed` are hosts, addresses and networks that may be private."""

    allowed: Sequence[str]
    _networks: list[IPNetwork] = field(init=False, default_factory=list)
    _hosts: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        for entry in self.allowed:
            try:
                self._networks.append(ipaddress.ip_network(entry, strict=False))
            except ValueError:
                self._hosts.add(entry.lower().rstrip("."))

    def vet(self, host: str, port: int, seconds: float) -> list[str]:
        """The addresses of a host, all of them allowed. Raises RefusedError."""
        addresses = _resolve(host, port, seconds)
        private = [a for a in addresses if not self._may(host, a)]
        if private:
            raise RefusedError(FailureKind.UNSAFE, f"{host} is not a public address ({private[0]}); nothing was sent.")
        if port not in PORTS and not all(self._is_allowed(host, a) for a in addresses):
            raise RefusedError(FailureKind.UNSAFE, f"Port {port} is not a port of web pages; nothing was sent.")
        return addresses

    def _may(self, host: str, address: str) -> bool:
        return self._is_allowed(host, address) or is_public(ipaddress.ip_address(address.split("%", maxsplit=1)[0]))

    def _is_allowed(self, host: str, address: str) -> bool:
        if host.lower().rstrip(".") in self._hosts:
            return True
        number = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
        return any(number in network for network in self._networks if network.version == number.version)


def _resolve(host: str, port: int, seconds: float) -> list[str]:
    """All addresses of a host. The system's resolver knows no time limit, so it works in a thread that can be left behind."""
    answer: list[list[str] | OSError] = []

    def work() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer.append(list(dict.fromkeys(str(entry[4][0]) for entry in found)))
        except (OSError, UnicodeError) as error:
            answer.append(error if isinstance(error, OSError) else OSError(str(error)))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(max(0.01, seconds))
    if not answer:
        raise RefusedError(FailureKind.TIMEOUT, f"The name {host} was not resolved in time.")
    result = answer[0]
    if isinstance(result, OSError):
        if isinstance(result, socket.gaierror) and result.errno not in _NO_SUCH_NAME:
            raise RefusedError(
                FailureKind.NO_NETWORK, f"The name {host} could not be looked up: the resolver does not answer."
            )
        raise RefusedError(FailureKind.DNS, f"The name {host} does not exist (DNS).")
    return result
