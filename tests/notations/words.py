# SPDX-License-Identifier: EUPL-1.2
"""Notations of what is made of words: address, postcode, place, mail, web, account and network address,
and names that are on no list, put together from syllables."""
import spoken
from figures import mask, notation, simple, some

START = ("Bor Dra Fel Gro Hel Kal Lam Mer Nij Oor Pol Ros Schel Sten Tuin Veld Wil Zon Bram Kroon Vlier Dief Harte Klom").split()
MIDDLE = "der ken me le ber sel te gen ne wer".split()
NAME_END = "ma stra inga sen mans huis beek daal hof kamp veld voort berg horst broek aar elaar".split()
STREETS = ("straat laan weg plein kade singel gracht dijk hof pad dreef park steeg plantsoen baan wal markt burg hoek "
           "kamp erf akker weide meent veste haven stede oord laantje dwarsstraat sluis brink").split()
ODD_STREETS = ("Graan voor Visch|Achter de Dom|Oude Rijn|Zandzegge|Lange Elisabeth|Korte Poten|Het Zand|'t Hoog|Op den Dries|Bij de Leytoren|Langs de Werf|"
               "Boven de Wolfskuil|Achterom|Noordeinde|Nieuwe Gouw|Zuid|Tussen de Meren|De Meenten|Plein 1944|Kerkebuurt|Binnenbaan|Ganzenbloem|Dwarsduin|De Vang").split("|")
TOWNS = "Appelscha Bunnik Culemborg Druten Elspeet Franeker Gorredijk Heiloo Ilpendam Joure Krommenie Lisse Monnickendam Numansdorp Ootmarsum Putte".split()
GIVEN = "Maartje Driss Wietske Songül Radosław Chantal Kwabena Thijmen Xue Ngoc Femke Ruud Ilse Oumaima Berend Yordanos".split()
PARTICLES = ["", "", "", "van ", "de ", "van der ", "van den ", "ter ", "el "]


def surname(rand):
    return rand.choice(START) + rand.choice(MIDDLE) + rand.choice(NAME_END)


def street(rand):
    return rand.choice(START) + rand.choice(MIDDLE) + rand.choice(STREETS)


def house(rand):
    return rand.choice((str(rand.randint(1, 9)), str(rand.randint(10, 99)), str(rand.randint(100, 400))))


def postcode(rand, between=" "):
    return str(rand.randint(1, 9)) + some(rand, 3) + between + rand.choice("ABCDEGHJKLMNPRSTVWXZ") + rand.choice("ABEGHJKLMNPRTVWXZ")


# --- address -------------------------------------------------------------------------------------
for name, form in {
        "7": "{s} {n}", "7a": "{s} {n}a", "7 A": "{s} {n} A", "7-2": "{s} {n}-2", "7/2": "{s} {n}/2", "7-A": "{s} {n}-A", "7 bis": "{s} {n} bis", "7bisA": "{s} {n}bisA",
        "12-II": "{s} {n}-II", "12 II": "{s} {n} II", "12hs": "{s} {n}hs", "12-hs": "{s} {n}-hs", "12 huis": "{s} {n} huis", "12 zw": "{s} {n} zw", "12 rd": "{s} {n} rood", "3-hoog": "{s} {n} 3-hoog", "drie hoog": "{s} {n}, drie hoog",
        "12 achter": "{s} {n} achter", "12-1e": "{s} {n}-1e", "nr. 7": "{s} nr. {n}", "nr 7": "{s} nr {n}", "no. 7": "{s} no. {n}", "nummer 7": "{s} nummer {n}", ", nummer 7": "{s}, nummer {n}", "op nummer 7": "{s} op nummer {n}",
        "nummer zeven": "{s} nummer {w}", "zeven": "{s} {w}", "#7": "{s} #{n}", "huisnummer 7": "{s}, huisnummer {n}", "7 te Bunnik": "⟦{s} {n}⟧ te ⟦{t}⟧", "7, Bunnik": "{s} {n}, {t}", "7 in Bunnik": "⟦{s} {n}⟧ in ⟦{t}⟧",
        "7, 1234 AB Bunnik": "{s} {n}, {p} {t}", "7 1234AB Bunnik": "{s} {n} {q} {t}", "7 over a line end": "{s}\n{n}", "7 on three lines": "{s} {n}\n{p} {t}", "bus 3": "{s} {n} bus 3", "ong.": "{s} ong.", "ongenummerd": "{s} ongenummerd",
        "t.o. 7": "{s} t/o {n}", "two words": "{a} {s} {n}", "Burgemeester": "Burgemeester {l}{x} {n}", "burg.": "Burg. {l}{x} {n}", "Prof.": "Prof. Dr. {l}{x} {n}", "initials": "J.P. {l}{x} {n}", "2e": "2e {s} {n}", "Eerste": "Eerste {s} {n}",
        "str.": "{c}str. {n}", "straat parted": "{c} straat {n}", "Laan van": "Laan van {l} {n}", "Sint": "Sint {g}{x} {n}", "St.": "St. {g}{x} {n}", "van der": "Van der {l}{x} {n}", "lower case": "{s:l} {n}", "upper": "{s:u} {n}", "lower with letter": "{s:l} {n}b",
        "odd": "{o} {n}", "odd with letter": "{o} {n}a", "odd nummer": "{o} nummer {n}", "Postbus": "Postbus {n}", "postbus town": "⟦postbus {n}⟧ in ⟦{t}⟧", "Antwoordnummer": "Antwoordnummer {n}", "7-9": "{s} {n}-9", "7 t/m 9": "⟦{s} {n}⟧ t/m ⟦9⟧", "7 en 9": "⟦{s} {n}⟧ en ⟦9⟧",
        "hoek": "hoek ⟦{s}/{c}weg⟧", "street only ~": "{s}", "flat 12": "flat ⟦{c}hof {n}⟧", "kavel": "{s} kavel {n}", "woonboot": "woonboot ⟦{c}, {s} {n}⟧", "ligplaats": "{s}, ligplaats {n}", "standplaats": "{c}kamp, standplaats {n}",
        "kamer": "{s} {n} kamer 3", "appartement": "{s} {n}, app. 12", "Frisian": "De {c}wei {n}"}.items():
    def write(rand, form=form):
        s, n = street(rand), house(rand)
        form = form.replace("{s:l}", s.lower()).replace("{s:u}", s.upper())
        return form.format(s=s, n=n, w=spoken.number(int(n) % 60 + 1), t=rand.choice(TOWNS), p=postcode(rand), q=postcode(rand, ""), l=surname(rand), g=rand.choice(GIVEN),
                           x=rand.choice(("straat", "laan", "weg", "plein")), a=rand.choice(("Oude", "Nieuwe", "Lange", "Kleine", "Noorder")), c=rand.choice(START) + rand.choice(MIDDLE), o=rand.choice(ODD_STREETS))
    notation("ADDR", ("~" if name.endswith("~") else "") + name.rstrip(" ~"))(write)

for name, between in (("1234 AB", " "), ("1234AB", "")):
    notation("POSTCODE", name)(lambda rand, b=between: postcode(rand, b))
    notation("POSTCODE", "~lower " + name)(lambda rand, b=between: postcode(rand, b).lower())
notation("POSTCODE", "~1234-AB")(lambda rand: postcode(rand, "-"))
notation("POSTCODE", "~1234 A B")(lambda rand: (lambda p: p[:6] + " " + p[6:])(postcode(rand)))
notation("POSTCODE", "~digits only")(lambda rand: postcode(rand)[:4])
notation("POSTCODE", "~12 34 AB")(lambda rand: (lambda p: p[:2] + " " + p[2:])(postcode(rand)))
notation("POSTCODE", "~spoken")(lambda rand: (lambda p: spoken.pairs(p[:4]) + " " + " ".join(spoken.SPELLING[c] for c in p[5:]))(postcode(rand)))
notation("POSTCODE", "~spoken, letters")(lambda rand: (lambda p: spoken.pairs(p[:4]) + " " + p[5:])(postcode(rand)))
notation("POSTCODE", "~over a line end")(lambda rand: postcode(rand, "\n"))


# --- mail, web, accounts, network ------------------------------------------------------------------
def mail_name(rand, between="."):
    return between.join((rand.choice(("maartje", "driss", "w", "songul", "chantal", "k.j", "ruud")), surname(rand).lower()))


HOSTS = "ziggo.nl gmail.com hotmail.com kpnmail.nl tuinbaas.example xs4all.nl stichting-zonneveld.nl post.zeist.example outlook.be planet.nl".split()
for name, form in {
        "plain": "{m}@{h}", "underscore": "{u}@{h}", "plus": "{m}+meld@{h}", "digits": "{m}84@{h}", "angles": "<⟦{m}@{h}⟧>", "mailto": "mailto:⟦{m}@{h}⟧", "square": "{m} [at] {k} [punt] {e}", "(at)": "{m}(at){h}", " (at) ": "{m} (at) {h}", "[at]": "{m}[at]{h}",
        "(a)": "{m}(a){h}", "{{at}}": "{m}{{at}}{h}", "at … punt": "{m} at {k} punt {e}", "apenstaartje": "{m} apenstaartje {k} punt {e}", "apestaart": "{m} apestaart {k} punt {e}", "all said": "{w} apenstaartje {k} punt {e}", "apenstaart closed": "{m}-apenstaartje-{h}", "spaces": "{m} @ {h}", "spaces all": "{m} @ {k} . {e}",
        "upper": "{M}@{H}", "dot at end": "{m}@{h}.", "line end behind @": "{m}@\n{h}", "full": "\"⟦{m}⟧\" <⟦{m}@{h}⟧>", "no top": "{m}@{k}", "comma for dot": "{m}@{k},{e}", "AT": "{m} AT {k} DOT {e}", "at lower dot": "{m} at {k} dot {e}", "local only ~": "{m}@"}.items():
    def write(rand, form=form):
        host = rand.choice(HOSTS)
        known, _, end = host.rpartition(".")
        m = mail_name(rand)
        return form.format(m=m, u=mail_name(rand, "_"), h=host, k=known, e=end, M=m.upper(), H=host.upper(), w=m.replace(".", " punt ")).rstrip(".")
    notation("EMAIL", ("~" if name.endswith("~") else "") + name.rstrip(" ~"))(write)

for name, form in {
        "https": "https://www.{n}.nl/over-mij", "http": "http://{n}.example/{u}", "www": "www.{n}.nl", "www path": "www.{n}.be/contact?id=9", "facebook": "facebook.com/{d}", "linkedin": "linkedin.com/in/{u}-99a9b9", "nl.linkedin": "nl.linkedin.com/in/{u}", "instagram": "instagram.com/{u}",
        "t.me": "t.me/{u}", "wa.me": "wa.me/31629999999", "hxxps": "hxxps://{n}[.]nl/{u}", "marktplaats": "marktplaats.nl/u/{u}/9999999", "said": "www punt {n} punt nl", "said w w w": "w w w punt {n} punt nl", "bare host ~": "{n}.nl", "bare host path": "{n}.nl/team", "over a line end": "⟦https://www.{n}.nl/⟧\nover-mij",
        "ftp": "ftp://{n}.nl", "upper": "WWW.{N}.NL", "tiktok": "https://www.tiktok.com/@{d}", "youtube": "youtube.com/@{d}", "drive": "https://drive.google.com/file/d/1aXb9c9/view", "spaces": "www. {n} .nl", "port": "http://{n}.example:8080/x"}.items():
    notation("URL", ("~" if name.endswith("~") else "") + name.rstrip(" ~"))(lambda rand, form=form: mask(rand, form.format(n=surname(rand).lower(), N=surname(rand).upper(), u=mail_name(rand, "-"), d=mail_name(rand)).replace("X", "x")))

for name, form in {
        "@name": "@{u}", "@name.dots": "@{d}", "@name99": "@{n}99", "~insta": "{u}", "~dots": "{d}", "~x underscores": "xx_{n}_xx", "~digits": "{n}99", "~discord": "{n}#9999", "~two words": "{g} {n}", "~capitals": "{N}_FAN", "~leet": "dr1ss_{n}", "~hyphen": "{g}-{n}", "u/": "u/⟦{n}99⟧", "~skype live:": "live:{n}.99", "~quoted": "\"{n}tje\"", "~one word": "{n}"}.items():
    notation("HANDLE", name)(lambda rand, form=form: mask(rand, form.format(u=mail_name(rand, "_"), d=mail_name(rand), n=surname(rand).lower(), N=surname(rand).upper(), g=rand.choice(GIVEN).lower())))
simple("IP", {"v4": "84.19.29.19", "v4 port": "⟦84.19.29.19⟧:8080", "v4 mask": "⟦10.99.29.0⟧/24", "v4 defanged": "84[.]99[.]29[.]19", "v6": "2001:db8:9a9b::9f:1", "v6 full": "2001:0db8:85a3:0000:0000:8a2e:0370:7999", "mac": "00:1A:9B:99:5E:9F", "mac dashes": "00-1A-9B-99-5E-9F", "~spaces": "84 . 99 . 29 . 19", "~imei": "IMEI ⟦359999999999999⟧"})
notation("IP", "~spoken")(lambda rand: " punt ".join(spoken.number(int(p)) for p in ("84", "1" + some(rand, 2), "29", "17")))

# --- names that are on no list ---------------------------------------------------------------------
for name, form in {
        "given and surname": "{g} {p}{l}", "initials and surname": "{i}. {p}{l}", "two initials": "{i}.{j}. {p}{l}", "double": "{g} {l}-{k}", "comma form": "{l}, {g}", "comma initials": "{l}, {i}.{j}.", "brackets": "{i}. ({g}) {p}{l}",
        "dhr.": "dhr. ⟦{p:c}{l}⟧", "mevrouw": "mevrouw ⟦{p:c}{l}⟧", "mw. initials": "mw. ⟦{i}. {p}{l}⟧", "title": "mr. ⟦{g} {p}{l}⟧", "lower": "{low}", "upper": "{up}", "spelled": "{spelled}", "spelled dots": "{dotted}", "over a line end": "{g}\n{p}{l}", "genitive": "{g}s", "v.d.": "{g} v.d. {l}", "v/d": "{g} v/d {l}",
        "two given": "{g} {h} {l}", "surname alone": "{l}", "nickname": "{g} '{n}' {l}"}.items():
    def write(rand, form=form):
        l, p, g = surname(rand), rand.choice(PARTICLES), rand.choice(GIVEN)
        i, j = rand.choice("ABCDEFGHJKLMPRSTW"), rand.choice("ABCDEFGHJKLMPRSTW")
        return form.replace("{p:c}", p[:1].upper() + p[1:]).format(l=l, k=surname(rand), p=p, g=g, h=rand.choice(GIVEN), i=i, j=j, n=rand.choice(("Bolle", "Snor", "Kees Kan")), low=f"{g} {p}{l}".lower(), up=f"{g} {p}{l}".upper(),
                                                                   spelled="-".join(l.upper()), dotted=".".join(l.upper()))
    notation("PER", name)(write)
