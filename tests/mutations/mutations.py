# SPDX-License-Identifier: EUPL-1.2
"""What happens to a note on its way: each mutation gives, for every code point of the text, what
stands there afterwards, so that identifiers and traces keep their places. The same seed gives the
same text."""
import html.entities
import random
import re
import unicodedata


def decomposed(text, _note, _random):
    return [unicodedata.normalize("NFD", c) for c in text]


STROKES = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae",
           "œ": "oe", "Œ": "Oe", "ð": "d", "þ": "th"}


def lost_diacritics(text, _note, _random):
    return [STROKES.get(c) or "".join(d for d in unicodedata.normalize("NFD", c) if not unicodedata.combining(d))
            for c in text]


def no_break(text, _note, rand):
    return [rand.choice("\u00a0\u00a0\u202f\u2009\u2007") if c == " " and rand.random() < 0.6 else c for c in text]


def zero_width(text, _note, rand):
    invisible = "\u200b\u200c\u200d\u2060\ufeff\u200e"
    return [c + rand.choice(invisible) if rand.random() < 0.15 else c for c in text]


def full_width_digits(text, _note, _random):
    return [chr(ord(c) - 0x30 + 0xFF10) if c in "0123456789" else c for c in text]


def full_width(text, _note, _random):
    return [chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text]


CYRILLIC = dict(zip("ABEKMHOPCTXSIJYaeopcxyijs", "АВЕКМНОРСТХЅІЈҮаеорсхуіјѕ", strict=True))
GREEK = dict(zip("ABEZHIKMNOPTYXovai", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναι", strict=True))
RARE = {"d": "ԁ", "h": "һ", "q": "ԛ", "w": "ԝ", "l": "ӏ", "g": "ɡ", "k": "к", "n": "ո", "u": "ս", "o": "օ", "r": "г",
        "t": "т", "m": "м", "b": "Ь", "a": "ɑ", "p": "ρ", "D": "Ꭰ", "R": "Ꭱ", "L": "Ꮮ", "V": "Ꮩ", "G": "Ԍ", "W": "Ԝ", "S": "Ꮪ"}


def look_alikes(text, _note, rand):
    def twin(c):
        table = CYRILLIC if rand.random() < 0.7 else GREEK
        return table.get(c, c) if rand.random() < 0.4 else c
    return [twin(c) for c in text]


def look_alike_words(text, _note, rand):
    """Whole words written with the other alphabet's keys wherever these draw the same."""
    pieces, changed = [], False
    for at, c in enumerate(text):
        if at == 0 or not text[at - 1].isalpha():
            changed = rand.random() < 0.5
        pieces.append(CYRILLIC.get(c, c) if changed else c)
    return pieces


def look_alikes_rare(text, _note, rand):
    return [RARE.get(c, c) if rand.random() < 0.3 else c for c in text]


def soft_hyphens(text, _note, rand):
    return [c + "\u00ad" if c.isalpha() and text[at + 1:at + 2].isalpha() and rand.random() < 0.3 else c
            for at, c in enumerate(text)]


def _misread(c, encoding):
    read = ""
    for byte in c.encode():
        try:
            read += bytes([byte]).decode(encoding)
        except UnicodeDecodeError:
            read += chr(byte)  # the five bytes that Windows-1252 leaves out pass as control characters
    return read


def double_decoded(text, _note, _random):
    return [_misread(c, "cp1252") for c in text]


def double_decoded_latin(text, _note, _random):
    return [_misread(c, "latin-1") for c in text]


def triple_decoded(text, _note, _random):
    return ["".join(_misread(d, "cp1252") for d in _misread(c, "cp1252")) for c in text]


def entities(text, _note, rand):
    def written(c):
        if c == " ":
            return "&nbsp;" if rand.random() < 0.1 else c
        if c not in "&<>\"'" and ord(c) < 0x80:
            return c
        name = html.entities.codepoint2name.get(ord(c))
        if name and rand.random() < 0.6:
            return f"&{name};"
        return f"&#{ord(c)};" if rand.random() < 0.5 else f"&#x{ord(c):x};"
    return [written(c) for c in text]


def entities_twice(text, note, rand):
    return [piece.replace("&", "&amp;") if len(piece) > 1 else piece for piece in entities(text, note, rand)]


def quoted_printable(text, _note, _random):
    """The body of a mail as it is sent."""
    return [c if ord(c) < 0x80 else "".join(f"={byte:02X}" for byte in c.encode()) for c in text]


def crlf(text, _note, _random):
    return ["\r\n" if c == "\n" else c for c in text]


def old_mac(text, _note, _random):
    return ["\r" if c == "\n" else c for c in text]


def tabs(text, _note, rand):
    return ["\t" if c == " " and rand.random() < 0.3 else c for c in text]


def many_blanks(text, _note, rand):
    return [" " * rand.randint(2, 4) if c == " " and rand.random() < 0.3 else c for c in text]


def _wrapped(text, width, lead):
    """Hard wraps at blanks, as mailers do; every line gets the lead."""
    pieces, column = list(text), 0
    for at, c in enumerate(text):
        if c == "\n":
            pieces[at], column = "\n" + lead, 0
        elif c == " ":
            end = min(at + 1 + len(re.match(r"\S*", text[at + 1:]).group()), len(text))
            if column + end - at > width:
                pieces[at], column = "\n" + lead, 0
            else:
                column += 1
        else:
            column += 1
    if lead:
        pieces[0] = lead + pieces[0]
    return pieces


def mail_quoting(text, _note, rand):
    return _wrapped(text, rand.randint(58, 74), "> ")


def mail_quoting_deep(text, _note, rand):
    return _wrapped(text, rand.randint(52, 70), rand.choice([">> ", "> > ", ">>", ">"]))


def hard_wraps(text, _note, rand):
    return _wrapped(text, rand.randint(64, 78), "")


def narrow_wraps(text, _note, rand):
    """The columns of a text message, a form or a scan."""
    return _wrapped(text, rand.randint(34, 50), "")


def swapped(text, note, rand):
    """Two letters beside one another change places in every name, each time anew."""
    pieces = list(text)
    for span in note["spans"]:
        if span["type"] != "PER":
            continue
        places = [at for at in range(span["start"] + 1, span["end"] - 1)
                  if text[at - 1].isalpha() and text[at].isalpha() and text[at + 1].isalpha()
                  and text[at].lower() != text[at + 1].lower()]
        if places:
            at = rand.choice(places)
            pieces[at], pieces[at + 1] = text[at + 1], text[at]
    return pieces


def no_capitals(text, _note, _random):
    return [c.lower() for c in text]


def all_capitals(text, _note, _random):
    return [c.upper() for c in text]


def veiled(text, note, rand):
    """Several at once: look-alikes, invisible characters, no-break blanks, full-width digits, CRLF."""
    pieces = [full_width_digits(c, note, rand)[0] if c.isdigit() else c for c in look_alikes(text, note, rand)]
    return ["\r\n" if p == "\n" else no_break(p, note, rand)[0] if p == " " else zero_width(p, note, rand)[0]
            for p in pieces]


# Name, what makes it, and the most that may leak of it, in percent, as the project set out to reach.
KINDS = {kind.__name__: (kind, most) for kind, most in (
    (decomposed, 6), (lost_diacritics, 6), (no_break, 6), (zero_width, 6), (full_width_digits, 6), (full_width, 6),
    (look_alikes, 6), (look_alike_words, 6), (look_alikes_rare, 6), (soft_hyphens, 6), (double_decoded, 6),
    (double_decoded_latin, 6), (triple_decoded, 6), (entities, 6), (entities_twice, 6), (quoted_printable, 6), (crlf, 6), (old_mac, 6),
    (tabs, 6), (many_blanks, 6), (mail_quoting, 6), (mail_quoting_deep, 6), (hard_wraps, 6), (narrow_wraps, 6),
    (veiled, 6), (swapped, 6), (no_capitals, 12), (all_capitals, 12))}


def _after(note, pieces):
    """The note with these in the place of its code points."""
    assert len(pieces) == len(note["text"])
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    changed = "".join(pieces)

    def moved(ranges):
        return [{**r, "start": places[r["start"]], "end": places[r["end"]],
                 "surface": changed[places[r["start"]]:places[r["end"]]]} for r in ranges]

    return {**note, "text": changed, "spans": moved(note["spans"]), "traces": moved(note.get("traces", []))}


def mutate(note, name, seed=1):
    """The note after the mutation, its identifiers and traces at their new places."""
    return _after(note, KINDS[name][0](note["text"], note, random.Random(f'{seed} {name} {note["id"]}')))


def exchanged(notes, seed=1):
    """Every identifier gives its place to one of its kind from any of the notes, a name to one written alike:
    other contexts for each way of writing, other ways of writing for each context. What is one in a note
    stays one."""
    def alike(span, text):
        if span["type"] != "PER":
            return (span["type"],)
        return ("PER", len(text.split()), text[0].isupper(), text.isupper(), "." in text, ":" in text or "-" in text)

    def surface(note, span):
        return note["text"][span["start"]:span["end"]]

    pool = {}
    for note in notes:
        for span in note["spans"]:
            if not set("\n>⟪⟫") & set(surface(note, span)):
                pool.setdefault(alike(span, surface(note, span)), []).append(surface(note, span))

    def one(note):
        rand = random.Random(f'{seed} exchanged {note["id"]}')
        pieces, given, at = list(note["text"]), {}, 0
        for span in sorted(note["spans"], key=lambda s: s["start"]):
            text = surface(note, span)
            if span["start"] < at or "\n" in text or not pool.get(alike(span, text)):
                continue
            at = span["end"]
            if (span["type"], text) not in given:
                given[span["type"], text] = rand.choice(pool[alike(span, text)])
            pieces[span["start"]:span["end"]] = [given[span["type"], text]] + [""] * (len(text) - 1)
        return _after(note, pieces)

    return [one(note) for note in notes]


def mutate_all(notes, name, seed=1):
    """`exchanged` takes all notes at once, the other kinds one by one."""
    return exchanged(notes, seed) if name == "exchanged" else [mutate(note, name, seed) for note in notes]


ALL_KINDS = {**{name: most for name, (_, most) in KINDS.items()}, "exchanged": 6}
