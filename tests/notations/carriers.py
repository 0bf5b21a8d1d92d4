# SPDX-License-Identifier: EUPL-1.2
"""Sentences that identifiers stand in. `plain`: nothing says what the value is. `told`: a word does."""

PLAIN = {
    "PHONE": ["Zij is bereikbaar op {}.", "Je kunt {} bellen na vijven.", "Hij appte met {} en verwijderde dat later.", "terugbellen graag: {}", "Ik heb haar twee keer geprobeerd, {}, maar er neemt niemand op.", "Melder wil gebeld worden ({})."],
    "IBAN": ["Het geld ging naar {} en niet naar de kas.", "Overgemaakt op {}, elke maand.", "Op {} kwam het binnen.", "betaald aan {} (zie bijlage)", "IBAN {}"],
    "BSN": ["Hij zocht {} op in het systeem.", "Op het scherm stond {}.", "Het ging om {}, dat heeft hij doorgegeven."],
    "PLATE": ["Zij rijdt in een grijze Golf, {}.", "Hij zet de {} altijd achter het depot.", "De {} stond er weer.", "Auto {} gezien om half acht.", "Met de {} haalt hij het spul op."],
    "DOC": ["Op de kopie stond {}.", "Hij gaf {} door aan een bekende."],
    "ADDR": ["Hij woont aan de {}.", "Ze haalt het op bij {}.", "Het pand {} staat leeg.", "Er werd bezorgd op {} en nergens anders.", "Melder woont {}.", "Adres: {}", "zijn huis op {} is verbouwd door de aannemer"],
    "POSTCODE": ["Zijn moeder zit in {}.", "Bezorgd in {} volgens de lijst.", "Het ging om adressen in {}, allemaal."],
    "EMAIL": ["Mail mij op {}.", "De offerte ging naar {}, buiten de gewone weg om.", "Stuur het naar {} en niet naar kantoor.", "Van: {}", "antwoord graag via {}"],
    "URL": ["Het staat op {}.", "Kijk maar op {}, daar verkoopt hij het.", "Zie {} voor de foto's."],
    "HANDLE": ["Hij verkoopt het via {}.", "Zij heet online {}.", "Bericht van {} gekregen."],
    "IP": ["Er werd ingelogd vanaf {}.", "Het verkeer kwam van {} volgens de beheerder.", "In de log staat {} steeds weer."],
    "PER": ["Gisteren heeft {} dat zelf toegegeven.", "Het is {} die de sleutel heeft.", "Ik heb met {} gesproken.", "Volgens mij weet {} ervan.", "De factuur is getekend door {}.", "Dat hoorde ik van {}."],
}
TOLD = {
    "PHONE": ["Telefoon: {}", "Haar nummer is {}.", "Tel. {}", "Mobiel {}, liefst na zes uur.", "Bel me terug op {}.", "mijn telefoonnummer is {} zei ze", "Terugbelnummer: {}."],
    "IBAN": ["Rekeningnummer: {}", "Zijn rekening {} loopt vol.", "Het bankrekeningnummer is {}.", "Overgemaakt naar rekening {} op naam van zijn zwager."],
    "BSN": ["BSN: {}", "Haar burgerservicenummer is {}.", "Het bsn {} werd doorgegeven.", "Met BSN {} erbij.", "BSN-nummer {} stond op de brief.", "sofinummer {}"],
    "PLATE": ["Kenteken: {}", "Zijn auto heeft kenteken {}.", "Het kenteken is {}.", "Een busje met kentekenplaat {}.", "nummerbord {} zag ik"],
    "DOB": ["Geboortedatum: {}", "Hij is geboren op {}.", "geb. {}", "De verdachte, geboren {} te Breda, werkt er nog.", "Mijn geboortedatum is {}.", "(geb. {})", "geb.dat. {}", "Zij is op {} geboren."],
    "DOC": ["Documentnummer: {}", "Het nummer van zijn paspoort is {}.", "paspoortnummer {}", "ID-kaart {} is gekopieerd.", "Rijbewijsnummer {}", "V-nummer {}", "BIG-nummer {}"],
    "PERSONNEL": ["Personeelsnummer: {}", "Haar personeelsnummer is {}.", "Mijn dienstnummer is {}.", "pers.nr. {}", "Stamnummer {}", "medewerkersnummer {}", "Hij logt in met {}.", "inlognaam {}", "Verbalisantnummer {}"],
    "ADDR": ["Zij woont in de {}.", "Haar adres is {}.", "Ik woon zelf in de {}."],
    "POSTCODE": ["Postcode: {}", "Mijn postcode is {}.", "Hij woont op postcode {}."],
    "EMAIL": ["Zijn mailadres is {}.", "e-mail: {}"],
    "URL": ["Zijn website is {}.", "Website: {}", "Op zijn site {} staat het."],
    "HANDLE": ["Insta: {}", "Op Instagram heet ze {}.", "Zijn Telegram is {}.", "Snapchat: {}", "Hij heeft een account met de naam {}.", "gebruikersnaam {}", "zijn tiktok heet {}"],
    "IP": ["IP-adres: {}", "Het IP {} hoort bij hem.", "Zijn ip-adres is {}."],
}
BEFORE = ["", "De melder belde om kwart over drie.", "Het gaat om een medewerker van de buitendienst.", "goedemiddag, ik wil iets melden", "Ze werken daar met tien man.", "NOTITIE\n", "- "]
AFTER = ["", "Meer weet ik niet.", "Dat is al jaren zo.", "graag vertrouwelijk", "Het bedrag was 450 euro.", "Daarna is het stil gebleven.", "\nEinde."]

# What is no identifier: public lines, laws, amounts, dates of events, references (flagged, not removed).
HARMLESS = ["Bel 0800 2800 200 of 14 030.", "Bij spoed 112, anders 0900-8844.", "Dat is artikel 272 Sr en artikel 125quinquies Ambtenarenwet.", "Het ging om € 12.450,00 en nog eens 3.200 euro.", "Op 14 mei 2024 om 07.45 uur was de vergadering.",
            "Zie zaak 05/881600-15 en ECLI:NL:RBGEL:2016:1837.", "Factuur 2023-0481 en ordernummer 4500012345.", "In 2019 en 2020 steeg het van 12 naar 18 procent.", "Van 9.00 tot 17.00 uur in zaal 2.12.", "Hij kocht een Samsung S22 en een iPhone 14 Pro.",
            "De A12 en de N201 waren dicht.", "KvK 12345678 staat op de gevel.", "De brief is van 3 maart 2022, kenmerk Z25.023357.", "Het bestek telt 112 bladzijden, paragraaf 4.3.2.1.", "Versie 10.2.1 van de software.", "Ze waren met 3 teams van 12 mensen.", "Voor 1 januari 2025 moet het klaar zijn.",
            "De ploeg van 6 tot 14 uur, dienst 3.", "Windows 11 met Office 365.", "De gemeente Zeist heeft een bestemmingsplan vastgesteld.", "Hij is burgemeester van Bunnik.", "Het college van B en W besloot anders.", "De Rijksrecherche en het OM doen onderzoek.", "Het Ministerie van Financiën zit in Den Haag.",
            "In de Kamer is daar in 2021 over gesproken.", "Op Koningsdag en met Kerst draait zij dubbele diensten.", "De wethouder en de gemeentesecretaris zwegen.", "Een partij van 1500 kg, 40 x 60 cm, nam hij mee.", "Hij rijdt in een Volvo V70 van 2012.", "Het WK 2022 keken ze op kantoor."]
