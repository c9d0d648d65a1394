import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobquality.schemas.addresses import AddressError, read_web_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://diner.example.org/a?b=c#d", "https://diner.example.org/a?b=c#d"),
        ("diner.example.org", "https://diner.example.org"),
        ("diner.example.org:8443/a", "https://diner.example.org:8443/a"),
        ("HTTP://Diner.Example.org", "http://diner.example.org"),
        ("https://café.example", "https://xn--caf-dma.example"),
    ],
)
def test_an_address_is_read_as_people_write_it(typed: str, address: str) -> None:
    assert read_web_address(typed, longest=200) == address


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript:80/alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "/only/a/path",
        "http://user:pw@host.example",
        "https://good.example@evil.example",
        "https://evil.example\\@good.example",
        "http://127.0.0.1",
        "http://0x7f.1",
        "http://[::1]/",
        "http://localhost",
        "https://a b.example",
        "https://example.org/\u202egpj",
        "https://example.org/<script>",
        "https://example.org:99999",
        "https://" + "a" * 200 + ".example",
    ],
)
def test_what_is_no_public_page_is_refused(typed: str) -> None:
    with pytest.raises(AddressError):
        read_web_address(typed, longest=200)


@given(st.text(max_size=80))
def test_whatever_is_typed_becomes_a_web_address_or_is_refused(typed: str) -> None:
    try:
        address = read_web_address(typed, longest=200)
    except AddressError:
        return
    assert address.startswith(("http://", "https://"))
    assert "@" not in address.split("/")[2]
    assert read_web_address(address, longest=400) == address
