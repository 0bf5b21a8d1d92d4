# SPDX-License-Identifier: EUPL-1.2
"""Numbers and letters as Dutch people say them."""

ONES = ("nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
        "zeventien achttien negentien").split()
TENS = "nul tien twintig dertig veertig vijftig zestig zeventig tachtig negentig".split()
MONTHS = ("januari februari maart april mei juni juli augustus september oktober november december").split()
SHORT_MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()
SPELLING = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (
    "Anton Bernard Cornelis Dirk Eduard Ferdinand Gerard Hendrik Izaak Johan Karel Lodewijk Maria Nico Otto Pieter "
    "Quotiënt Rudolf Simon Teunis Utrecht Victor Willem Xantippe Ypsilon Zacharias").split(), strict=True))
NATO = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", (
    "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo "
    "Sierra Tango Uniform Victor Whiskey X-ray Yankee Zulu").split(), strict=True))


def number(value):
    """0 to 9999 in words; years as hundreds."""
    if value < 20:
        return ONES[value]
    if value < 100:
        ones, tens = value % 10, TENS[value // 10]
        joint = "ën" if ones in (2, 3) else "en"
        return tens if ones == 0 else ONES[ones] + joint + tens
    if value < 1000 or value % 1000 >= 100:
        hundreds, rest = divmod(value, 100)
        return ("" if hundreds == 1 else number(hundreds)) + "honderd" + (number(rest) if rest else "")
    thousands, rest = divmod(value, 1000)
    return ("" if thousands == 1 else number(thousands)) + "duizend" + (number(rest) if rest else "")


def digits(text, between=" "):
    return between.join(ONES[int(c)] for c in text if c.isdigit())


def pairs(text, between=" "):
    """Two digits at a time: twaalf vierendertig; 05 as nul vijf."""
    parts = [text[i:i + 2] for i in range(0, len(text), 2)]
    return between.join(digits(p) if p[0] == "0" or len(p) == 1 else number(int(p)) for p in parts)
