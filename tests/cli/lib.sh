# SPDX-License-Identifier: EUPL-1.2
# For cases that seal: a note that goes to the mayor of the demo town, and the flags that seal it.

write_note() { # file
  cat > "$1" <<'NOTE'
Bij de gemeente Voorbeeldstad beslist een teamleider sinds maart van dit jaar zelf over opdrachten aan het
bedrijf van zijn eigen zwager, Zebedeus Kwistenbiebel. Meer mensen op het stadhuis hebben dat in
april en mei gezien. Telefoon van de zwager: 06-12345678.
NOTE
}

seal=(--seal-cert "$DEMO/seal.crt" --seal-key "$DEMO/seal.key" --trust "$DEMO/trust.pem")
to=(--recipients "$DEMO/recipients")
lift=(--lift concrete --because gezien --lift safe --because gezien)

# A directory in which the mayor has this certificate; its name is printed.
directory_with() { # certificate
  local directory fingerprint
  fingerprint=$(openssl x509 -in "$1" -outform DER 2> /dev/null | openssl dgst -sha256 -r)
  directory=directory-$(basename "$1" .crt)
  mkdir "$directory"
  [ ! -e "$1" ] || cp "$1" "$directory/office.crt"
  printf 'office: burgemeester\norganisation: gemeente Voorbeeldstad\ncertificate: office.crt\nfingerprint: %s\n' \
    "${fingerprint%% *}" > "$directory/burgemeester.yaml"
  echo "$directory"
}

# A sealed package, p.p7m, in the working folder.
make_package() {
  write_note note.txt
  "$REPORT" route note.txt "${seal[@]}" "${to[@]}" "${lift[@]}" --out p.p7m > /dev/null || exit 99
}

own=(--cert "$DEMO/burgemeester.crt" --key "$DEMO/burgemeester.key" --trust "$DEMO/trust.pem")

# offices/: the mayor with these of the demo's certificates.
office_with() { # names...
  mkdir offices
  { echo 'office: burgemeester'; echo 'organisation: gemeente Voorbeeldstad'; echo 'certificates:'
    local name
    for name in "$@"; do
      cp "$DEMO/$name.crt" offices/
      echo "  - certificate: $(basename "$name").crt"
      echo "    fingerprint: $(openssl x509 -in "$DEMO/$name.crt" -noout -fingerprint -sha256 | cut -d = -f 2)"
    done; } > offices/burgemeester.yaml
}

# What two stock commands make of a package.
by_openssl() { # package, name, out
  local form=(-inform DER)
  [[ $1 != *.eml ]] || form=()
  openssl cms -decrypt -binary "${form[@]}" -in "$1" -recip "$DEMO/$2.crt" -inkey "$DEMO/$2.key" -out step1.mime &&
    openssl cms -verify -cades -binary -in step1.mime -CAfile "$DEMO/trust.pem" -out "$3" 2> /dev/null
  rm -f step1.mime
}
