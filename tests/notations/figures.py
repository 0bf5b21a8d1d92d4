# SPDX-License-Identifier: EUPL-1.2
"""Notations of what is made of digits: phone, account, citizen service number, plate, date of birth,
document, personnel number. Each is a name and what writes one; `~` before a name: nothing in it says
what it is, so that it stands in sentences that do."""
import spoken

NOTATIONS = {}


def notation(kind, name):
    def keep(write):
        NOTATIONS.setdefault(kind, {})[name] = write
        return write
    return keep


def some(rand, count):
    return "".join(rand.choice("0123456789") for _ in range(count))


def first(rand, count):
    return rand.choice("123456789") + some(rand, count - 1)


def mask(rand, pattern):
    """9 a digit, X a letter that plates have, ⑨ a nine, everything else itself."""
    return "".join(rand.choice("0123456789") if c == "9" else rand.choice("BDFGHJKLNPRSTVXZ") if c == "X"
                   else "9" if c == "⑨" else c for c in pattern)


def simple(kind, patterns):
    for name, pattern in patterns.items():
        NOTATIONS.setdefault(kind, {})[name] = lambda rand, pattern=pattern: mask(rand, pattern)


def mobile(rand):
    return "06" + rand.choice("123458") + some(rand, 7)


def group(text, *sizes, between=" "):
    parts, at = [], 0
    for size in sizes:
        parts.append(text[at:at + size])
        at += size
    return between.join(parts + ([text[at:]] if at < len(text) else []))


# --- phone ---------------------------------------------------------------------------------------
for name, sizes, between in (("06 plain", (10,), ""), ("06 12 34 56 78", (2, 2, 2, 2, 2), " "), ("06 123 456 78", (2, 3, 3, 2), " "),
                             ("06 1234 5678", (2, 4, 4), " "), ("06-12345678", (2, 8), "-"), ("06-1234-5678", (2, 4, 4), "-"),
                             ("06 - 12345678", (2, 8), " - "), ("06.12.34.56.78", (2, 2, 2, 2, 2), "."), ("06/12345678", (2, 8), "/"),
                             ("0 6 1 2 3", (1,) * 10, " "), ("06-12-34-56-78", (2, 2, 2, 2, 2), "-"), ("0612-345678", (4, 6), "-"),
                             ("06... 12... 34", (2, 2, 2, 2, 2), "... "), ("06, 12, 34", (2, 2, 2, 2, 2), ", "),
                             ("061 234 56 78", (3, 3, 2, 2), " "), ("06–12345678", (2, 8), "–")):
    notation("PHONE", "mobile " + name)(lambda rand, s=sizes, b=between: group(mobile(rand), *s, between=b))
simple("PHONE", {
    "+31 6 12345678": "+31 6 19999999", "+31612345678": "+31619999999", "+31 (0)6 12345678": "+31 (0)6 19 99 99 99",
    "+31(0)612345678": "+31(0)619999999", "0031 6 12345678": "0031 6 29999999", "0031612345678": "0031629999999",
    "+31-6-12345678": "+31-6-29999999", "+31 6-1234 5678": "+31 6-2999 9999", "(06) 12345678": "(06) 29999999",
    "06-12 34 56 78": "06-29 99 99 99", "tel:+31": "tel:⟦+31629999999⟧", "00 31 6": "00 31 6 29 99 99 99",
    "landline 020-1234567": "020-6999999", "landline 020 123 45 67": "020 699 99 99", "landline (020) 1234567": "(020) 6999999",
    "landline (020) 123 45 67": "(020) 699 99 99", "landline 020 - 1234567": "020 - 6999999", "landline 020/": "020/6999999",
    "landline 0201234567": "0206999999", "landline +31 20": "+31 20 699 9999", "landline +31 (0)20": "+31 (0)20 699 99 99",
    "landline 0297-123456": "02⑨7-299999", "landline 0297 12 34 56": "02⑨7 29 99 99", "landline (0297) 123456": "(02⑨7) 299999",
    "landline +31 297": "+31 2⑨7 299 999", "landline 0297.123456": "02⑨7.299999",
    "085": "085-2999999", "084": "084 299 99 99", "087 personal": "087-8799999", "088": "088-2999999",
    "Belgium +32": "+32 475 99 99 99", "Belgium 0475/": "0475/99.99.99", "Belgium 0475 12 34 56": "0475 99 99 99",
    "Germany 0049": "004⑨ 170 9999999", "Suriname +597": "+5⑨7 8999999", "Curaçao +599": "+5⑨⑨ ⑨ 599 9999",
    "Morocco +212": "+212 661-999999", "Turkey +90": "+⑨0 532 999 99 99", "Portugal 00 351": "00 351 ⑨12 999 999", "Poland +48": "+48 601 999 999",
    "~too short 06-1234567": "06-1999999", "~too long 06-123456789": "06-199999999", "~no zero 612345678": "619999999",
    "~dots for unknown 06 29 .. 47 1": "06 29 .. 99 9", "~stars 06-12****78": "06-19****99", "~x 06-12xxxx78": "06-19xxxx99",
    "~letter for zero O6-": "O6-19999999", "~extension tst. 3318": "tst. ⟦3999⟧", "~extension toestel 318": "toestel ⟦399⟧"})


@notation("PHONE", "mobile over a line end")
def _(rand):
    return group(mobile(rand), 4, 6, between="\n")


@notation("PHONE", "spoken pairs")
def _(rand):
    return "nul zes " + spoken.pairs(mobile(rand)[2:])


@notation("PHONE", "spoken pairs, commas")
def _(rand):
    return "nul zes, " + spoken.pairs(mobile(rand)[2:], ", ")


@notation("PHONE", "spoken digits")
def _(rand):
    return spoken.digits(mobile(rand))


@notation("PHONE", "spoken digits, nul-zes")
def _(rand):
    return "nul-zes " + spoken.digits(mobile(rand)[2:])


@notation("PHONE", "spoken by threes")
def _(rand):
    number = mobile(rand)[2:]
    return "nul zes, " + ", ".join(spoken.digits(part) for part in (number[:3], number[3:6], number[6:]))


@notation("PHONE", "spoken landline")
def _(rand):
    return "nul twintig " + spoken.pairs("6" + some(rand, 7)[1:] + "1")


@notation("PHONE", "06 and then spoken")
def _(rand):
    return "06 " + spoken.pairs(mobile(rand)[2:])


@notation("PHONE", "spoken with dubbel")
def _(rand):
    a, b, c, d, e = (rand.choice(spoken.ONES[1:10]) for _ in range(5))
    return f"nul zes dubbel {a} {b} {c} dubbel {d} {e} {a}"


# --- account -------------------------------------------------------------------------------------
def iban(rand, right=True):
    bank, account = rand.choice("ABNA INGB RABO TRIO SNSB KNAB BUNQ ASNB RBRB".split()), "0" + some(rand, 9)
    rest = "".join(str(int(c, 36)) for c in bank + account + "NL00")
    check = 98 - int(rest) % 97
    return f"NL{check if right else (check + 41) % 97:02}{bank}{account}"


for name, sizes, between, right in (("plain", (18,), "", True), ("by fours", (4, 4, 4, 4), " ", True), ("dashes", (4, 4, 4, 4), "-", True),
                                    ("dots", (4, 4, 4, 4), ".", True), ("as on a card", (2, 2, 4, 4, 4, 2), " ", True),
                                    ("NL91 ABNA 0417164300", (4, 4, 10), " ", True), ("wrong check", (18,), "", False),
                                    ("wrong check, by fours", (4, 4, 4, 4), " ", False), ("each by itself", (1,) * 18, " ", True),
                                    ("over a line end", (8, 10), "\n", True)):
    notation("IBAN", name)(lambda rand, s=sizes, b=between, r=right: group(iban(rand, r), *s, between=b))
notation("IBAN", "lower case")(lambda rand: iban(rand).lower())
notation("IBAN", "lower case by fours")(lambda rand: group(iban(rand).lower(), 4, 4, 4, 4))
notation("IBAN", "letter O for zero")(lambda rand: (lambda n: group(n[:8] + "O" + n[9:], 4, 4, 4, 4))(iban(rand)))
notation("IBAN", "~masked")(lambda rand: (lambda n: n[:8] + "****" + n[-4:])(iban(rand)))
notation("IBAN", "~spoken")(lambda rand: "NL " + spoken.number(int(first(rand, 2))) + " " + rand.choice(("ABNA", "Rabo", "ING B")) + " nul " + spoken.pairs(first(rand, 8)) + " " + rand.choice(spoken.ONES[1:10]))
notation("IBAN", "~too short")(lambda rand: iban(rand)[:-1])
notation("IBAN", "~last digits only")(lambda rand: "eindigend op ⟦" + some(rand, 4) + "⟧")
simple("IBAN", {"Belgium": "BE71 0⑨61 2345 676⑨", "Germany": "DE8⑨ 3704 0044 0532 0130 00", "Germany plain": "DE8⑨370400440532013000",
                "~old account 12.34.56.789": "19.99.99.999", "~old account 123456789": "499999999", "~giro": "giro ⟦1999999⟧",
                "card 4111 1111 1111 1111": "4111 1111 1111 1111", "~card masked": "**** **** **** 9999", "~card 16 digits": "5399999999999999"})


# --- citizen service number ----------------------------------------------------------------------
def bsn(rand, right=True, eight=False):
    while True:
        number = ("0" if eight else "") + first(rand, 7 if eight else 8)
        check = sum(int(d) * w for d, w in zip(number, range(9, 1, -1))) % 11
        if check < 10:
            number += str(check if right else (check + 3) % 10)
            return number[1:] if eight else number


for name, sizes, between in (("plain", (9,), ""), ("1112.22.333", (4, 2, 3), "."), ("111 222 333", (3, 3, 3), " "), ("1112 22 333", (4, 2, 3), " "),
                             ("111-222-333", (3, 3, 3), "-"), ("11 12 22 333", (2, 2, 2, 3), " "), ("111.222.333", (3, 3, 3), "."), ("each by itself", (1,) * 9, " ")):
    notation("BSN", "~" + name)(lambda rand, s=sizes, b=between: group(bsn(rand), *s, between=b))
    notation("BSN", "~wrong check " + name)(lambda rand, s=sizes, b=between: group(bsn(rand, False), *s, between=b))
notation("BSN", "bare")(lambda rand: bsn(rand))
notation("BSN", "bare 1112.22.333")(lambda rand: group(bsn(rand), 4, 2, 3, between="."))
notation("BSN", "~eight digits")(lambda rand: bsn(rand, eight=True))
notation("BSN", "~spoken digits")(lambda rand: spoken.digits(bsn(rand)))
notation("BSN", "~spoken pairs")(lambda rand: spoken.pairs(bsn(rand)))
notation("BSN", "~last digits only")(lambda rand: "eindigend op ⟦" + some(rand, 3) + "⟧")
simple("BSN", {"~rijksregisternummer": "85.07.30-999.28", "rijksregisternummer bare": "85.07.30-999.28"})

# --- plate ---------------------------------------------------------------------------------------
SIDE_CODES = ("XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX "
              "9-XX-999 999-XX-9").split()
simple("PLATE", {code: code for code in SIDE_CODES})
for code in SIDE_CODES[3:11]:
    notation("PLATE", "lower " + code)(lambda rand, c=code: mask(rand, c).lower())
    notation("PLATE", "~spaces " + code)(lambda rand, c=code: mask(rand, c.replace("-", " ")))
    notation("PLATE", "~closed " + code)(lambda rand, c=code: mask(rand, c.replace("-", "")))
simple("PLATE", {"~dots XX.999.X": "XX.999.X", "~one dash XX999-X": "XX999-X", "~spaced dashes": "XX - 999 - X", "~belgian": "1-XXX-999", "~german": "K-XX 9999", "~belgian spaces": "1 XXX 999",
                 "~partial 7-TX": "9-XX", "~diplomatic": "CD-99-99", "~each by itself": "X X 9 9 9 X", "~question marks": "XX-9??-X", "~polish": "WX 99999"})
notation("PLATE", "~lower closed")(lambda rand: mask(rand, "XX999X").lower())
notation("PLATE", "~spelled")(lambda rand: " ".join(spoken.SPELLING[c] if c.isalpha() else spoken.ONES[int(c)] for c in mask(rand, "XX999X")))
notation("PLATE", "~spelled NATO")(lambda rand: " ".join(spoken.NATO[c] if c.isalpha() else c for c in mask(rand, "XX999X")))
notation("PLATE", "~letters and words")(lambda rand: mask(rand, "X X ") + spoken.digits(some(rand, 3)) + mask(rand, " X"))


# --- date of birth -------------------------------------------------------------------------------
def born(write):
    def wrapped(rand):
        return write(rand.randint(1, 28), rand.randint(1, 12), rand.randint(1941, 2004))
    return wrapped


for name, write in {
        "12-03-1981": lambda d, m, y: f"{d:02}-{m:02}-{y}", "12/3/81": lambda d, m, y: f"{d}/{m}/{y % 100:02}", "12.03.1981": lambda d, m, y: f"{d:02}.{m:02}.{y}",
        "12-3-'81": lambda d, m, y: f"{d}-{m}-'{y % 100:02}", "1981-03-12": lambda d, m, y: f"{y}-{m:02}-{d:02}", "12 maart 1981": lambda d, m, y: f"{d} {spoken.MONTHS[m - 1]} {y}",
        "12 mrt 1981": lambda d, m, y: f"{d} {spoken.SHORT_MONTHS[m - 1]} {y}", "12 mrt. '81": lambda d, m, y: f"{d} {spoken.SHORT_MONTHS[m - 1]}. '{y % 100:02}", "12 Maart 81": lambda d, m, y: f"{d} {spoken.MONTHS[m - 1].title()} {y % 100:02}",
        "12031981": lambda d, m, y: f"{d:02}{m:02}{y}", "120381": lambda d, m, y: f"{d:02}{m:02}{y % 100:02}", "12 03 1981": lambda d, m, y: f"{d:02} {m:02} {y}", "12 - 3 - 1981": lambda d, m, y: f"{d} - {m} - {y}",
        "12-mrt-1981": lambda d, m, y: f"{d}-{spoken.SHORT_MONTHS[m - 1]}-{y}", "twaalf maart negentien…": lambda d, m, y: f"{spoken.number(d)} {spoken.MONTHS[m - 1]} " + ("negentienhonderd" + spoken.number(y - 1900) if y < 2000 else "tweeduizend" + (spoken.number(y - 2000) if y > 2000 else "")),
        "twaalf drie eenentachtig": lambda d, m, y: f"{spoken.number(d)} {spoken.number(m)} {spoken.number(y % 100)}", "12 maart": lambda d, m, y: f"{d} {spoken.MONTHS[m - 1]}",
        "de twaalfde van de derde 1981": lambda d, m, y: f"de {d}e van de {m}e {y}", "19810312": lambda d, m, y: f"{y}{m:02}{d:02}", "12-III-1981": lambda d, m, y: f"{d}-{('I II III IV V VI VII VIII IX X XI XII').split()[m - 1]}-{y}"}.items():
    notation("DOB", "~" + name)(born(write))

# --- identity and residence documents, personnel numbers -------------------------------------------
simple("DOC", {"~passport": "NXR9B99K9", "~id card": "IXXF9P999", "~passport spaced": "NX R9B9 9K9", "~passport lower": "nwr4b12k7", "~driving licence": "4999999999",
               "~driving licence spaced": "4999 999 999", "~v-number": "2899999999", "residence III-V": "III-V999XX999", "~residence V": "V999XX999", "~BIG": "19099999999", "~BIG spaced": "1 9099999 999",
               "~btw-id": "NL999999999B01", "~AGB": "03999999", "~passport dashes": "NXR-9B99-K9", "~visa": "NLD 999999999", "~onderwijsnummer": "109999999"})
notation("DOC", "~passport spelled")(lambda rand: " ".join(spoken.SPELLING[c] if c.isalpha() else spoken.ONES[int(c)] for c in mask(rand, "NXR9X99X9")))
simple("PERSONNEL", {"~six digits": "199999", "~five digits": "49999", "~four digits": "4999", "~eight digits": "10099999", "~P123456": "P999999", "~letters VRP-3318": "VRP-9999", "~12-3456": "19-9999", "~12.345": "19.999",
                     "~GA 4821": "GA 9999", "~log-in jvrie04": "jvrie09", "~log-in a1234": "a19999", "~log-in two letters": "kb9999", "~SPL 660318-4": "SPL 999999-9", "~0 in front": "00019999", "~slash 12/3456": "19/9999", "~three digits": "399"})
notation("PERSONNEL", "~spoken")(lambda rand: spoken.digits(first(rand, 5)))
notation("PERSONNEL", "~spoken pairs")(lambda rand: spoken.pairs(first(rand, 6)))
