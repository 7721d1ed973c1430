"""Cookies of one chain of redirects: who gets them back."""

from __future__ import annotations

import pytest

from verifier.transport.cookies import Jar

# Where what was set, which address is asked, and the cookies that it gets.
CASES: dict[str, tuple[str, list[str], str, str]] = {
    "the same host": ("http://a.site.example/x", ["k=1"], "http://a.site.example/y", "k=1"),
    "another host": ("http://a.site.example/", ["k=1"], "http://b.site.example/", ""),
    "the parent domain": ("http://id.site.example/gate", ["k=1; Domain=.site.example; Path=/; HttpOnly"], "http://www.site.example/n", "k=1"),
    "the parent domain, no dot": ("http://id.site.example/", ["k=1; domain=Site.Example"], "http://site.example/n", "k=1"),
    "the parent domain of three": ("http://a.b.site.example/", ["k=1; Domain=b.site.example"], "http://site.example/n", ""),
    "a neighbour's domain": ("http://a.site.example/", ["k=1; Domain=b.site.example"], "http://b.site.example/", ""),
    "a domain that merely ends alike": ("http://a.badsite.example/", ["k=1; Domain=site.example"], "http://site.example/", ""),
    "a top-level domain": ("http://a.site.example/", ["k=1; Domain=.example"], "http://other.example/", ""),
    "a public suffix": ("http://site.co.uk/", ["k=1; Domain=co.uk"], "http://other.co.uk/", ""),
    "a host of many tenants": ("http://me.github.io/", ["k=1; Domain=.github.io"], "http://you.github.io/", ""),
    "a part of an address of numbers": ("http://10.1.2.3/", ["k=1; Domain=2.3"], "http://9.9.2.3/", ""),
    "a value in JSON": ("http://a.example.org/", ['c={"v":1,"of":["a","b"]}; Path=/', "g=1"], "http://a.example.org/n", 'c={"v":1,"of":["a","b"]}; g=1'),
    "a value with marks": ("http://a.example.org/", ["t=a=b==/x,y:z"], "http://a.example.org/n", "t=a=b==/x,y:z"),
    "a path": ("http://a.example.org/", ["k=1; Path=/in"], "http://a.example.org/inner", ""),
    "under a path": ("http://a.example.org/", ["k=1; Path=/in"], "http://a.example.org/in/x", "k=1"),
    "for TLS only": ("https://a.example.org/", ["k=1; Secure"], "http://a.example.org/", ""),
    "over TLS": ("https://a.example.org/", ["k=1; Secure"], "https://a.example.org/", "k=1"),
    "taken back": ("http://a.example.org/", ["k=1", "k=; Max-Age=0"], "http://a.example.org/", ""),
    "set again": ("http://a.example.org/", ["k=1", "k=2"], "http://a.example.org/", "k=2"),
    "no name": ("http://a.example.org/", ["=1", "alone", ""], "http://a.example.org/", ""),
    "marks that break lines": ("http://a.example.org/", ["k=1\rX-Injected: 1"], "http://a.example.org/", ""),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_who_gets_a_cookie_back(case: str) -> None:
    setter, lines, asked, expected = CASES[case]
    jar = Jar()
    jar.take(setter, lines)
    assert jar.header(asked).get("Cookie", "") == expected


def test_a_chain_keeps_few_cookies() -> None:
    jar = Jar()
    for number in range(500):
        jar.take("http://a.example.org/", [f"c{number}=x"])
    assert jar.header("http://a.example.org/")["Cookie"].count("=") == 20
