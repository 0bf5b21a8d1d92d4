# SPDX-License-Identifier: EUPL-1.2
"""Identifiers in forms, tables, log books and asides, and those that only the words around betray."""
import figures
import words
from figures import NOTATIONS, born, notation, some

LABELS = {
    "PHONE": "Tel|Telefoon|Telefoonnummer|Tel.nr.|Mobiel|Mob.|GSM|Gsm-nr|Nummer|Bereikbaar op|Terugbelnummer|Telnr|TEL|telefoonnr. melder|Doorkiesnr.|Contact|WhatsApp|Signal",
    "IBAN": "IBAN|Rekening|Rekeningnr.|Bankrekening|Rek.nr.|Bank|Rek|Bankrekeningnummer|Tegenrekening|Begunstigde",
    "BSN": "BSN|Burgerservicenummer|BSN-nr.|bsn nr|Sofinr.|BSN cliënt|Burgerservicenr.",
    "PLATE": "Kenteken|Kent.|Kentekennr.|Voertuig|Auto|Kenteken auto|Plaat|KENTEKEN|kt.",
    "DOB": "Geboortedatum|Geb.datum|Geb.|Geb. dat.|GEB|Geboren|geboortedag|Geb.d.|DOB|Geboren op",
    "DOC": "Documentnr.|Paspoortnr.|ID-nr|Nr. ID-bewijs|Paspoort|Legitimatie|Rijbewijsnr.|Rijbewijs|V-nr.|Verblijfsdocument|Nr. reisdocument",
    "PERSONNEL": "Personeelsnr.|Personeelsnummer|Pers.nr.|P-nr.|Stamnr.|Dienstnr.|Badgenr.|Pasnr.|Mdw.nr.|Medewerkersnr.|Inlognaam|Login|Gebruiker|User-id|Werknemersnr.|Verbalisantnr.|Registratienr.",
    "ADDR": "Adres|Straat|Straat + nr.|Woonadres|Huisadres|Postadres|ADRES|Adres beller|Straatnaam en huisnummer|Wonende|Bezoekadres betrokkene",
    "POSTCODE": "Postcode|PC|Postcode + plaats|POSTCODE|Postc.",
    "EMAIL": "E-mail|Mail|E-mailadres|Mailadres|Email|e-mail adres|Mail:adres|E-mail melder",
    "URL": "Website|Site|Link|URL|Webadres|Profiel|Linkje|Pagina",
    "HANDLE": "Instagram|Insta|Snap|Snapchat|TikTok|Telegram|Twitter|X|Gebruikersnaam|Nickname|Account|Facebook|Discord|Profielnaam|Username|Schermnaam|Threema-ID",
    "IP": "IP|IP-adres|IP-nr.|Bron-IP|Client IP",
    "PER": "Naam|Naam melder|Achternaam|Voornaam + achternaam|Contactpersoon|Betrokkene|Collega|Leidinggevende|Ingevuld door|Opgesteld door|Naam betrokkene|Aanspreekpunt|T.n.v.",
}
LAYOUTS = {"colon": "{l}: {v}", "equals": "{l} = {v}", "equals close": "{l}={v}", "pipes": "| {l} | {v} |", "dots": "{l} ........ {v}", "line end": "{l}\n{v}", "line end, colon": "{l}:\n{v}",
           "brackets": "{l} ({v})", "square": "{l} [{v}]", "blank": "{l} {v}", "bullet": "• {l}: {v}", "dash": "- {l} - {v}", "slash": "{l} / {v}", "wide": "{l}            {v}", "tab": "{l}\t{v}", "semicolons": "{l}: {v}; rest volgt", "arrow": "{l} -> {v}", "quotes": "{l}: \"{v}\"", "aside": "({l} {v})", "underscore": "{l}: __{v}__", "number": "3. {l}: {v}"}
AROUND = ["FORMULIER MELDING\n{}\nGaat het over een ambtenaar? ja", "1. Wat is er gebeurd?\nEr verdwijnt materiaal.\n{}\n5. Mogen wij terugbellen? nee", "Intake dinsdag\n{}\nSamenvatting: hij verkoopt pasjes.", "{}\nVerder niets bekend.", "Belnotitie. {} Verhaal: zij neemt cadeaus aan.", "bel om 14.10 u\n{}\nwil anoniem blijven"]

# Written as they usually are; forms ask for nothing stranger.
USUAL = {"PHONE": ("mobile 06 12 34 56 78", "mobile 06-12345678", "mobile 06 plain", "landline 0297-123456", "landline 020 123 45 67", "+31 6 12345678"), "IBAN": ("by fours", "plain"), "BSN": ("~plain", "~1112.22.333", "~111 222 333", "~wrong check plain"),
         "PLATE": ("XX-999-X", "9-XXX-99", "99-XX-XX", "~spaces XX-999-X", "lower XX-999-X", "~closed XX-999-X"), "DOB": ("~12-03-1981", "~12/3/81", "~12 maart 1981", "~12.03.1981", "~12 mrt. '81", "~12-3-'81"), "DOC": ("~passport", "~id card", "~driving licence", "~v-number"),
         "PERSONNEL": ("~six digits", "~five digits", "~P123456", "~letters VRP-3318", "~12.345", "~log-in jvrie04", "~four digits", "~GA 4821"), "ADDR": ("7", "7a", "12-II", "7 bis", "odd", "str.", "7, Bunnik", "Burgemeester", "lower case", "7, 1234 AB Bunnik"), "POSTCODE": ("1234 AB", "1234AB"),
         "EMAIL": ("plain", "underscore", "digits", "all said"), "URL": ("www", "https", "linkedin", "instagram"), "HANDLE": ("@name", "~dots", "~digits", "~insta", "~leet", "~capitals"), "IP": ("v4", "v6"), "PER": ("given and surname", "initials and surname", "comma form", "surname alone", "lower", "upper")}


def forms():
    """Kind, layout and what writes the whole text with the value in ⟦ ⟧."""
    for kind, labels in LABELS.items():
        for name, layout in LAYOUTS.items():
            def write(rand, kind=kind, labels=labels.split("|"), layout=layout):
                value = NOTATIONS[kind][rand.choice(USUAL[kind])](rand)
                value = value if "⟦" in value else f"⟦{value}⟧"
                return rand.choice(AROUND).format(layout.format(l=rand.choice(labels), v=value))
            yield kind, "form, " + name, write


# --- only the words around say it ------------------------------------------------------------------
IMPLICIT = {
    "DOB": {"van 12 maart 1981": "Zij is van ⟦{d} {m} {y}⟧.", "vierde zijn verjaardag": "Hij vierde op ⟦{d} {m}⟧ zijn zestigste verjaardag.", "bouwjaar": "De man is van bouwjaar ⟦{y}⟧.", "jaargang": "Hij is van ⟦'{yy}⟧, net als ik.", "werd 50 op": "Ze werd vijftig op ⟦{d} {m}⟧.", "jarig": "Ik ben jarig op ⟦{d} {m}⟧, dus dat weet ik nog.",
            "dagtekening op rijbewijs": "Op zijn rijbewijs staat ⟦{d}-{n}-{y}⟧ als geboortedag.", "naam, datum": "Het gaat om ⟪Berend Veldink⟫ (⟦{d}-{n}-{y}⟧).", "leeftijd en datum": "De vrouw, ⟪Ilse Kromhout⟫, ⟦{d} {m} {y}⟧, werkt bij de balie.", "ik ben van": "ik ben zelf van ⟦{d} {m} {yy}⟧ dus bijna met pensioen", "kwam ter wereld": "Zij kwam op ⟦{d} {m} {y}⟧ ter wereld in Assen.", "geboortejaar": "geboortejaar ⟦{y}⟧, meer weet ik niet", "geboren in": "Hij is geboren in ⟦{y}⟧ in Tiel."},
    "PERSONNEL": {"op mijn pas": "Op mijn pas staat nummer ⟦{p5}⟧.", "bekend als": "In het systeem ben ik bekend als ⟦{log}⟧.", "logde in als": "Hij logde in als ⟦{log}⟧ en keek mee.", "onder nummer": "Zij staat in het rooster onder nummer ⟦{p4}⟧.", "badge": "Mijn badge, ⟦{p5}⟧, werkte die dag niet.", "met account": "Met account ⟦{log}⟧ is alles gewist.", "verbalisant": "Verbalisant ⟦{p6}⟧ tekende het stuk.", "(persnr": "Collega op de inkoop (persnr ⟦{p6}⟧) weet ervan.", "dienstnummer van": "Het dienstnummer van die agent is ⟦{p4}-{p2}⟧.", "pas nr": "de pas met nr ⟦{p6}⟧ is van hem", "op naam van user": "op naam van user ⟦{log}⟧ opgehaald", "boa": "boa ⟦{p5}⟧ schreef de bon", "inlogcode": "mijn inlogcode ⟦{log}⟧ is gebruikt", "roepnummer": "roepnummer ⟦{p2}.{p2}⟧ reed weg", "loonstrook": "Op de loonstrook staat ⟦{p6}⟧ als nummer van mij.", "volgnr": "mijn werknemersnummer begint met ⟦{p4}⟧"},
    "HANDLE": {"volgt mij als": "Ze volgt mij als ⟦{h}⟧ op Insta.", "op Marktplaats als": "Hij verkoopt op Marktplaats als ⟦{h}⟧.", "onder de naam": "Op Facebook zit hij onder de naam ⟦{h}⟧.", "nick": "Zijn nick is ⟦{h}⟧.", "chat als": "Ik chat met haar als ⟦{h}⟧.", "(insta)": "Er is een filmpje van (⟦@{h}⟧, Insta).", "kanaal": "In zijn Telegramkanaal ⟦{h}⟧ staat de prijslijst.", "reageerde": "⟦@{h}⟧ reageerde daar meteen op.", "account van": "het account ⟦{h}⟧ is van hem", "DM": "stuur maar een dm naar ⟦{h}⟧", "op snap": "op snap is ze ⟦{h}⟧", "vinted": "hij zet ze op vinted onder ⟦{h}⟧", "profiel": "profiel ⟦{h}⟧ op LinkedIn", "afzender": "Afzender in de app: ⟦~{h}⟧", "tiktok": "die tiktok van ⟦{h}⟧ laat alles zien", "gamertag": "gamertag ⟦{h}⟧, daar praten ze", "wachtwoord staat": "ingelogd als ⟦{h}⟧ op het forum"},
    "ADDR": {"bij mij op": "Hij komt steeds bij mij langs op de ⟦{s} {n}⟧.", "nummer zoveel van de": "op nummer ⟦{n}⟧ van de ⟦{s}⟧", "in de straat, op": "Hij woont in de ⟦{s}⟧, op ⟦{n}⟧.", "schuin tegenover": "schuin tegenover ⟦{s} {n}⟧ staat zijn bus", "pand aan": "Het pand aan de ⟦{s} {n}⟧ is van zijn zwager.", "verhuisd naar": "Zij is verhuisd naar ⟦{s} {n}⟧.", "achter": "De spullen liggen achter ⟦{s} {n}⟧ onder een zeil.", "garage": "in de garagebox aan de ⟦{s} {n}⟧", "de woning": "De woning ⟦{s} {n}⟧ staat op haar naam.", "afgeleverd": "afgeleverd ⟦{s} {n}⟧, getekend voor ontvangst", "hoekhuis": "het hoekhuis ⟦{s} {n}⟧", "wonende": "wonende ⟦{s} {n}⟧ te ⟦{t}⟧", "thuis": "bij haar thuis, ⟦{s} {n}⟧", "van nr tot": "de huizen ⟦{s} {n}⟧ en ⟦{n2}⟧", "portiek": "de portiek van ⟦{s} {n}⟧", "brief naar": "De brief moet naar ⟦{s} {n}, {t}⟧.", "woonwagen": "de woonwagen aan ⟦{s} {n}⟧", "boven de": "boven de kapper, ⟦{s} {n}⟧", "ik zit op": "ik zit op ⟦{s} {n}⟧, derde bel", "overkant": "aan de overkant van ⟦{s} {n}⟧"},
    "PLACE": {"ik woon in": "Ik woon in ⟦{t}⟧.", "uit": "Ik bel uit ⟦{t}⟧.", "hij komt uit": "Zijn moeder woont in ⟦{t}⟧ en hij elders.", "woonachtig": "woonachtig te ⟦{t}⟧", "bij ons in": "bij ons in ⟦{t}⟧ weet iedereen het", "woonplaats:": "Woonplaats: ⟦{t}⟧", "verhuisde naar": "Ik ben verhuisd naar ⟦{t}⟧.", "thuis in": "hij zit thuis in ⟦{t}⟧", "vanuit": "Hij reist elke dag vanuit ⟦{t}⟧ naar het kantoor.", "(t)": "Melder (⟦{t}⟧) belt voor de tweede keer.", "datum": "⟦{t}⟧, 3 mei 2024\n\nGeachte heer,", "zijn huis in": "zijn huis in ⟦{t}⟧ is verbouwd", "wonend": "een buurvrouw, wonend in ⟦{t}⟧"},
    "DOC": {"kopie van": "Hij maakte een kopie van mijn paspoort (⟦{doc}⟧).", "op id": "ID ⟦{doc}⟧ werd geweigerd.", "rijbewijs": "met rijbewijs ⟦{lic}⟧ huurde hij de bus", "w-document": "op haar w-document staat ⟦{vis}⟧", "paspoort met nummer": "een paspoort met het nummer ⟦{doc}⟧", "verblijfskaart": "verblijfskaart nr. ⟦{doc}⟧", "gestolen": "Gestolen: rijbewijs (⟦{lic}⟧) en pasje.", "visum": "visum ⟦{vis}⟧ is vals"},
    "PLATE": {"een grijze": "een grijze Skoda ⟦{pl}⟧", "de bus": "de bus met ⟦{pl}⟧ erop", "(kt": "een bestelbus (⟦{pl}⟧)", "rijdt in": "hij rijdt tegenwoordig in ⟦{pl}⟧", "aanhanger": "een aanhanger, ⟦{pl}⟧, vol tegels", "motor": "op een motor ⟦{pl}⟧", "op naam": "De ⟦{pl}⟧ staat op naam van zijn dochter.", "parkeert": "zijn auto ⟦{pl}⟧ parkeert hij fout", "begint met": "kenteken begint met ⟦{half}⟧"},
    "PHONE": {"app": "app mij op ⟦{tel}⟧ of niet", "met nr": "een prepaid met nr ⟦{tel}⟧", "in zijn display": "In mijn display stond ⟦{tel}⟧.", "achter de naam": "⟪Chantal⟫ ⟦{tel}⟧", "of": "⟦{tel}⟧ of ⟦{land}⟧", "thuis en werk": "thuis ⟦{land}⟧, werk ⟦{tel}⟧", "toestel": "via de centrale, toestel ⟦{p4}⟧", "eindigt op": "zijn nummer eindigt op ⟦{p4}⟧", "zes en dan": "nul zes en dan ⟦{tail}⟧", "belde met": "belde met ⟦{tel}⟧ naar de balie", "fax": "fax ⟦{land}⟧", "tik": "tikkie kwam van ⟦{tel}⟧"},
    "PER": {"zegt": "Toen zei ⟦{l}⟧ dat het niet mocht.", "en": "⟦{g}⟧ en ⟦{l}⟧ deden het samen.", "van de": "⟦{l}⟧ van de inkoop tekende.", "ambt voor": "wethouder ⟦{l}⟧ belde zelf", "ambt achter": "⟦{g} {l}⟧, hoofd inkoop, wist ervan", "aanhef": "Beste ⟦{g}⟧,\n\nDank voor je mail.", "groet": "Met groet,\n⟦{g}⟧", "kop": "⟦{l}⟧: ik was er niet bij.", "aanwezig": "Aanwezig: ⟦{g}⟧, ⟦{l}⟧, ⟦{g2}⟧ (notulen)", "bezit": "⟦{g}s⟧ auto stond er", "over": "het gaat over ⟦{l}⟧ dus", "lower": "ik heb het tegen ⟦{gl}⟧ gezegd", "tussen haakjes": "de beheerder (⟦{g}⟧) keek weg", "aka": "⟦{g} {l}⟧, alias ⟦Snor⟧", "initialen": "volgens ⟦{i}.{l}⟧ klopt het", "mevr. lower": "mevr. ⟦{ll}⟧ was boos", "kindje": "zijn dochter ⟦{g}⟧ kreeg de opdracht", "collega lower": "collega ⟦{gl} {ll}⟧ heeft de sleutel"},
}

# Surnames that are words: only what stands beside them tells.
WORDS_AS_NAMES = ("Traag Vet Punt Lap Stilte Koning Kok Storm Bos Prins Plat Kort Kramp Baas Wolf Vos Boon Dol Bezem Klaver Kwast Veld Bloem Blok Pot Zomer Winter Mol Spek "
                  "Kaas Licht Donker Groen Zwart Goed Lang Hoog Snel Jong Schaap Haan Valk Mus Vis Snoek Appel Peer Pruim Klok Hamer Molenaar Wind Regen Staal Zilver Goud").split()
IMPLICIT["PER"] |= {f"a word, {name}": form for name, form in {
    "given before": "Toen zei ⟦{g} {w}⟧ dat het niet mocht.", "initial before": "De brief is van ⟦{i}. {w}⟧ en niet van de gemeente.", "two initials": "ondertekend door ⟦{i}.{j}. {w}⟧ namens de raad", "title before": "Volgens mevrouw ⟦{w}⟧ klopt de factuur.", "dhr. before": "Dat heeft dhr. ⟦{w}⟧ geregeld.",
    "function before": "Teamleider ⟦{w}⟧ keek de andere kant op.", "function before, inside": "Vorige week liet wethouder ⟦{w}⟧ alles vernietigen.", "given and function": "Getuige ⟦{g} {w}⟧ zag de bus wegrijden.", "kin before": "Zijn zwager ⟦{w}⟧ leverde de stenen.", "comma form": "Naam: ⟦{w}, {g}⟧", "tussenvoegsel": "De opdracht ging naar ⟦{g} van der {w}⟧.",
    "de before": "Daarna belde ⟦{g} de {w}⟧ zelf op.", "double": "Mevrouw ⟦{w}-{l}⟧ tekende voor ontvangst.", "list of those present": "Aanwezig: ⟦{g} {w}⟧, ⟦{i}. {l}⟧ en ⟦{w2}⟧ (notulen).", "heet": "De man heet ⟦{w}⟧ en werkt bij de werf.", "later alone": "Het gaat om ⟦{g} {w}⟧. Later gaf ⟦{w}⟧ dat toe.", "apposition": "⟦{g} {w}⟧, hoofd inkoop, wist ervan.",
    "speaker": "[14:02] ⟦{g} {w}⟧: ik was er niet bij", "genitive": "De auto van ⟦{w}⟧ stond er weer.", "with met": "Ik heb gesproken met ⟦{g} {w}⟧ van de balie.", "signature": "Met vriendelijke groet,\n⟦{g} {w}⟧", "aan": "Er ging geld naar ⟦{g} {w}⟧ en zijn vrouw.", "unlisted given": "Ook ⟦{u} {w}⟧ was daar bij.", "minutes": "⟦{w}⟧ verzoekt dit op te nemen. Mevrouw ⟦{w}⟧ stemt tegen."}.items()}


def implicit():
    """Kind, name and what writes the sentence; ⟪ ⟫ stand around what else is an identifier in it."""
    def write(rand, form):
        def day(d, m, y):
            return {"d": d, "m": figures.spoken.MONTHS[m - 1], "n": m, "y": y, "yy": f"{y % 100:02}"}
        surname, given = words.surname(rand), rand.choice(words.GIVEN)
        values = born(day)(rand) | {
            "p2": some(rand, 2), "p4": figures.first(rand, 4), "p5": figures.first(rand, 5), "p6": figures.first(rand, 6), "log": figures.mask(rand, rand.choice(("jvrie9", "kb9999", "a99999", "m.de.boer9", "xhartog", "DVL999"))),
            "h": rand.choice((words.mail_name(rand, "_"), words.mail_name(rand, "."), surname.lower() + some(rand, 2), "xx" + surname.lower(), "de_" + surname.lower())), "s": rand.choice((words.street(rand), words.street(rand), rand.choice(words.ODD_STREETS))), "n": words.house(rand), "n2": words.house(rand),
            "t": rand.choice(words.TOWNS), "doc": figures.mask(rand, "NXR9B99K9"), "lic": "4" + some(rand, 9), "vis": figures.mask(rand, "NLD999999999"), "pl": figures.mask(rand, rand.choice(figures.SIDE_CODES)), "half": figures.mask(rand, rand.choice(("99-X", "X-99", "XX-9"))),
            "tel": figures.group(figures.mobile(rand), 2, 4, 4, between=rand.choice((" ", "-"))), "land": "02" + "97-" + figures.first(rand, 6), "tail": figures.spoken.pairs(some(rand, 8).replace("0", "4")), "g": given, "g2": rand.choice(words.GIVEN), "gl": given.lower(), "l": surname, "ll": surname.lower(), "i": rand.choice("ABCDEFGHJKLMPRSTW"), "j": rand.choice("ABCDEFGHJKLMPRSTW"),
            "w": rand.choice(WORDS_AS_NAMES), "w2": rand.choice(WORDS_AS_NAMES), "u": rand.choice("Zjaira Bodhi-Lin Tjeu Aafkelien Yusra Melvyn Dzenana Sjoukje Kwaku Noalynn".split())}
        return form.format(**values)
    for kind, forms_of in IMPLICIT.items():
        for name, form in forms_of.items():
            yield kind, "implicit, " + name, lambda rand, form=form: write(rand, form)
