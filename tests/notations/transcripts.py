# SPDX-License-Identifier: EUPL-1.2
"""Identifiers as they are dictated on the telephone: hesitations, repetitions, corrections, letters by words."""
import figures
import spoken
import words
from figures import some

SPEAKER = ["A: {}", "melder: {}", "B: ja, {} dus", "- {}", "Beller: eh, {}. En verder?", "[00:04:12] {} (zucht)", "Vrager: en dat is?\nBeller: {}", "{}, heeft u dat?"]


def hesitant(rand, parts):
    """Parts of one identifier with what people say between them."""
    out = parts[0]
    for part in parts[1:]:
        out += rand.choice([", ", " ", "... ", ", eh, ", " - ", ", ja, ", " eh "]) + part
    return out


def by_letters(rand, text):
    """Each letter by a word, each digit said."""
    def said(c):
        if c.isdigit():
            return spoken.ONES[int(c)]
        if not c.isalpha():
            return "streep" if c == "-" else c
        c = c.upper()
        return rand.choice([f"{c} van {spoken.SPELLING[c]}", f"de {c} van {spoken.SPELLING[c]}", f"{c} als in {spoken.SPELLING[c]}", c, spoken.SPELLING[c], spoken.NATO[c]])
    return [said(c) for c in text]


def in_pairs(text):
    return [spoken.pairs(text[i:i + 2]) for i in range(0, len(text), 2)]


def corrected(rand, wrong, right):
    return f"⟦{wrong}⟧{rand.choice([', nee, ', ', nee wacht, ', ', sorry, ', ' of nee, ', ', pardon, '])}⟦{right}⟧"


SAID = {
    "PHONE": {
        "pairs": lambda r: "mijn nummer is ⟦" + hesitant(r, ["nul zes"] + in_pairs(figures.mobile(r)[2:])) + "⟧", "digits": lambda r: "dat is ⟦" + hesitant(r, [spoken.digits(c) for c in figures.mobile(r)]) + "⟧",
        "threes": lambda r: "telefoon ⟦" + (lambda n: hesitant(r, ["nul zes", spoken.digits(n[2:5]), spoken.digits(n[5:8]), spoken.digits(n[8:])]))(figures.mobile(r)) + "⟧", "landline": lambda r: "vast is het ⟦" + hesitant(r, ["nul twee negen zeven"] + in_pairs(figures.first(r, 6))) + "⟧",
        "figures and pauses": lambda r: "u kunt bellen op ⟦" + hesitant(r, (lambda n: [n[:2], n[2:4], n[4:6], n[6:8], n[8:]])(figures.mobile(r))) + "⟧", "corrected": lambda r: "het is ⟦nul zes, " + spoken.pairs(some(r, 4).replace("0", "3")) + ", nee, " + spoken.pairs(some(r, 4).replace("0", "2")) + ", " + spoken.pairs(some(r, 4).replace("0", "1")) + "⟧",
        "hundreds": lambda r: "bel ⟦nul zes, " + spoken.number(int(figures.first(r, 3))) + ", " + spoken.number(int(figures.first(r, 3))) + ", " + spoken.pairs(some(r, 2)) + "⟧", "driemaal": lambda r: f"nummer ⟦nul zes, {r.choice(spoken.ONES[1:10])} keer {'twee' if r.random() < .5 else 'drie'} de {r.choice(spoken.ONES[1:10])}, {spoken.pairs(some(r, 4).replace('0', '5'))}⟧"},
    "DOB": {
        "day month year": lambda r: "ik ben van ⟦" + figures.born(lambda d, m, y: f"{spoken.number(d)} {spoken.MONTHS[m - 1]} {spoken.number(y % 100) if y < 2000 else 'tweeduizend' + (spoken.number(y - 2000) if y > 2000 else '')}")(r) + "⟧", "geboortedatum": lambda r: "geboortedatum is ⟦" + figures.born(lambda d, m, y: f"{spoken.number(d)}, {spoken.number(m)}, {'negentien ' + spoken.number(y % 100) if y < 2000 else 'tweeduizend' + spoken.number(max(1, y - 2000))}")(r) + "⟧",
        "year": lambda r: "hij is geboren in ⟦" + spoken.number(r.randint(41, 99)) + "⟧", "de zoveelste": lambda r: "jarig de ⟦" + figures.born(lambda d, m, y: f"{spoken.number(d)}de {spoken.MONTHS[m - 1]}")(r) + "⟧"},
    "PLATE": {
        "letters by words": lambda r: "het kenteken is ⟦" + hesitant(r, by_letters(r, figures.mask(r, "XX999X"))) + "⟧", "with streep": lambda r: "kenteken ⟦" + hesitant(r, by_letters(r, figures.mask(r, "9-XXX-99"))) + "⟧", "letters and figures": lambda r: "zijn plaat ⟦" + figures.mask(r, "X X streep 9 9 9 streep X") + "⟧",
        "pairs": lambda r: "de auto, kenteken ⟦" + (lambda n: f"{spoken.number(int(n))} {figures.mask(r, 'X X X')} {r.randint(1, 9)}")(figures.first(r, 2)) + "⟧", "half": lambda r: "kenteken begint met ⟦" + hesitant(r, by_letters(r, figures.mask(r, "XX9"))) + "⟧"},
    "BSN": {
        "digits": lambda r: "bsn is ⟦" + hesitant(r, [spoken.digits(c) for c in figures.bsn(r)]) + "⟧", "pairs": lambda r: "mijn burgerservicenummer, ⟦" + hesitant(r, in_pairs(figures.bsn(r))) + "⟧", "threes": lambda r: "bsn ⟦" + hesitant(r, [spoken.digits(p) for p in (lambda n: (n[:3], n[3:6], n[6:]))(figures.bsn(r))]) + "⟧", "figures": lambda r: "sofinummer ⟦" + hesitant(r, (lambda n: [n[:3], n[3:6], n[6:]])(figures.bsn(r))) + "⟧"},
    "IBAN": {
        "NL and pairs": lambda r: "rekening ⟦" + (lambda n: hesitant(r, ["NL", spoken.pairs(n[2:4]), r.choice(("ABN AMRO", "Rabo", "ING", "RABO", "I N G B"))] + in_pairs(n[8:])))(figures.iban(r)) + "⟧", "letters": lambda r: "iban ⟦" + hesitant(r, by_letters(r, figures.iban(r))) + "⟧", "figures": lambda r: "op rekening ⟦" + (lambda n: hesitant(r, [n[:4], n[4:8], n[8:12], n[12:16], n[16:]]))(figures.iban(r)) + "⟧"},
    "PERSONNEL": {
        "digits": lambda r: "mijn personeelsnummer is ⟦" + hesitant(r, [spoken.digits(c) for c in figures.first(r, 5)]) + "⟧", "pairs": lambda r: "dienstnummer ⟦" + hesitant(r, in_pairs(figures.first(r, 6))) + "⟧", "letter": lambda r: "stamnummer ⟦P van Pieter " + hesitant(r, in_pairs(figures.first(r, 4))) + "⟧", "thousands": lambda r: "pasnummer ⟦" + spoken.number(int(figures.first(r, 4))) + "⟧", "figures": lambda r: "personeelsnummer ⟦" + hesitant(r, list(figures.first(r, 5))) + "⟧"},
    "DOC": {
        "spelled": lambda r: "paspoort ⟦" + hesitant(r, by_letters(r, figures.mask(r, "NX9X9X999"))) + "⟧", "spelled id": lambda r: "nummer van de id-kaart ⟦" + hesitant(r, by_letters(r, figures.mask(r, "IXX9X9999"))) + "⟧", "licence": lambda r: "rijbewijs nummer ⟦" + hesitant(r, in_pairs("4" + some(r, 9))) + "⟧"},
    "ADDR": {
        "nummer eh": lambda r: f"ik woon in de ⟦{words.street(r)}, nummer eh {spoken.number(r.randint(1, 300))}⟧", "said": lambda r: f"het adres is ⟦{words.street(r)} {spoken.number(r.randint(1, 300))}⟧", "said with letter": lambda r: f"⟦{words.street(r)} {spoken.number(r.randint(1, 99))} {r.choice('abcd')}⟧, daar zit het",
        "lower": lambda r: f"hij woont op de ⟦{words.street(r).lower()} {spoken.number(r.randint(1, 99))}⟧", "huisnummer": lambda r: f"⟦{words.street(r)}⟧, huisnummer ⟦{spoken.number(r.randint(1, 200))}⟧ is het", "corrected": lambda r: f"aan de {corrected(r, words.street(r) + ' ' + words.house(r), words.house(r))} was het", "street spelled": lambda r: f"de ⟦{words.street(r)}⟧, met dubbel e, op ⟦{spoken.number(r.randint(1, 99))}⟧", "figures": lambda r: f"op ⟦{words.street(r)}... {words.house(r)}⟧ woont ze"},
    "POSTCODE": {
        "pairs and words": lambda r: "postcode ⟦" + (lambda p: hesitant(r, in_pairs(p[:4]) + by_letters(r, p[5:])))(words.postcode(r)) + "⟧", "digits": lambda r: "mijn postcode is ⟦" + (lambda p: hesitant(r, [spoken.digits(c) for c in p[:4]] + list(p[5:])))(words.postcode(r)) + "⟧", "figures and words": lambda r: "postcode ⟦" + (lambda p: hesitant(r, [p[:4]] + by_letters(r, p[5:])))(words.postcode(r)) + "⟧"},
    "EMAIL": {
        "said": lambda r: "mail is ⟦" + (lambda m: m.replace(".", " punt "))(words.mail_name(r)) + r.choice((" apenstaartje ", " apestaart ", " at ", ", apenstaartje, ")) + r.choice(("gmail punt com", "ziggo punt nl", "kpnmail, punt, nl", "hotmail punt com")) + "⟧", "streepje": lambda r: "e-mail ⟦" + words.mail_name(r, " streepje ") + " apenstaartje ziggo punt nl⟧", "laag streepje": lambda r: "mijn mail, ⟦" + words.mail_name(r, " laag streepje ") + " apenstaartje outlook punt com⟧",
        "spelled": lambda r: "mailadres ⟦" + "-".join(words.surname(r).lower()) + " apenstaartje gmail punt com⟧", "at": lambda r: "mail ⟦" + words.mail_name(r).replace(".", " punt ") + " at " + words.surname(r).lower() + " punt nl⟧"},
    "HANDLE": {
        "underscore": lambda r: "op insta ⟦" + words.mail_name(r, " underscore ") + "⟧", "apenstaart": lambda r: "zijn twitter, ⟦apenstaart " + words.mail_name(r, "_") + "⟧", "said digits": lambda r: "snap is ⟦" + words.surname(r).lower() + " " + spoken.number(r.randint(10, 99)) + "⟧"},
    "URL": {"www punt": lambda r: "kijk op ⟦w w w punt " + words.surname(r).lower() + " punt nl⟧", "slash": lambda r: "de site is ⟦" + words.surname(r).lower() + " punt nl slash " + words.surname(r).lower() + "⟧", "www": lambda r: "⟦www punt " + words.surname(r).lower() + " streepje bouw punt com⟧ heet het"},
    "IP": {"punten": lambda r: "ip-adres ⟦" + " punt ".join(spoken.number(r.randint(1, 255)) for _ in range(4)) + "⟧", "figures": lambda r: "het ip, ⟦" + " punt ".join(str(r.randint(1, 255)) for _ in range(4)) + "⟧"},
    "PER": {
        "spelled by words": lambda r: "mijn naam is ⟦" + (lambda n: n + "⟧, ik spel: ⟦" + hesitant(r, by_letters(r, n)))(words.surname(r)) + "⟧", "spelled dashes": lambda r: "hij heet ⟦" + (lambda n: n + "⟧, dat is ⟦" + "-".join(n.upper()))(words.surname(r)) + "⟧", "spelled commas": lambda r: "achternaam ⟦" + ", ".join(words.surname(r).upper()) + "⟧", "spelled blanks": lambda r: "naam ⟦" + " ".join(words.surname(r)[:7]) + "⟧",
        "corrected": lambda r: "het was " + corrected(r, words.surname(r), words.surname(r)) + " die dat zei", "eh": lambda r: f"dat is eh ⟦{r.choice(words.GIVEN)}⟧, ⟦{r.choice(words.GIVEN)} {words.surname(r)}⟧", "lower": lambda r: f"u spreekt met ⟦{r.choice(words.GIVEN).lower()} {words.surname(r).lower()}⟧", "zonder t": lambda r: f"⟦{words.surname(r)}⟧, zonder t, en zijn voornaam is ⟦{r.choice(words.GIVEN)}⟧", "twee woorden": lambda r: f"de achternaam is ⟦van der {words.surname(r).lower()}⟧, twee woorden los"},
    "PLACE": {"woont in": lambda r: f"ik woon in eh ⟦{r.choice(words.TOWNS)}⟧", "lower": lambda r: f"ik bel uit ⟦{r.choice(words.TOWNS).lower()}⟧ hoor", "bij ons": lambda r: f"bij ons hier in ⟦{r.choice(words.TOWNS)}⟧ kent iedereen hem"},
}


def said():
    """Kind, name and what writes the text, the identifiers in ⟦ ⟧."""
    for kind, ways in SAID.items():
        for name, write in ways.items():
            yield kind, "said, " + name, lambda rand, write=write: rand.choice(SPEAKER).format(write(rand))
