# SPDX-License-Identifier: EUPL-1.2
# For cases that seal: a note that goes to the mayor of the demo town, and the flags that seal it.

write_note() { # file
  cat > "$1" <<'NOTE'
Bij de gemeente Voorbeeldstad gunt een teamleider sinds maart van dit jaar steeds opdrachten aan het
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
