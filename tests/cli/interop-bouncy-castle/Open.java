// SPDX-License-Identifier: EUPL-1.2
// Opens a package with Bouncy Castle alone: decrypts, verifies, writes the signed content.
// usage: Open PACKAGE KEY.der RECIPIENT.crt SEALER.crt OUT
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.KeyAgreeRecipientId;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

class Open {
  static X509Certificate certificate(String path) throws Exception {
    try (FileInputStream in = new FileInputStream(path)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /** The base64 behind the first empty line. */
  static byte[] body(byte[] entity) {
    String text = new String(entity, StandardCharsets.ISO_8859_1);
    return Base64.getMimeDecoder().decode(text.substring(text.indexOf("\n\n") + 2));
  }

  public static void main(String[] args) throws Exception {
    Security.addProvider(new BouncyCastleProvider());
    X509Certificate own = certificate(args[2]);
    boolean rsa = own.getPublicKey().getAlgorithm().equals("RSA");
    PrivateKey key = KeyFactory.getInstance(rsa ? "RSA" : "EC", "BC")
        .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(args[1]))));
    byte[] extension = own.getExtensionValue("2.5.29.14");
    byte[] id = java.util.Arrays.copyOfRange(extension, 4, extension.length);
    RecipientId mine = rsa ? new KeyTransRecipientId(id) : new KeyAgreeRecipientId(id);
    byte[] bytes = Files.readAllBytes(Path.of(args[0]));
    boolean mail = args[0].endsWith(".eml");
    RecipientInformationStore all = mail
        ? new CMSEnvelopedData(body(bytes)).getRecipientInfos()
        : new CMSAuthEnvelopedData(bytes).getRecipientInfos();
    Recipient recipient;
    if (mail && rsa) recipient = new JceKeyTransEnvelopedRecipient(key).setProvider("BC");
    else if (!rsa) recipient = new JceKeyAgreeEnvelopedRecipient(key).setProvider("BC");
    else recipient = new JceKeyTransAuthEnvelopedRecipient(key).setProvider("BC");
    RecipientInformation found = all.get(mine);
    byte[] entity = found.getContent(recipient);
    CMSSignedData seal = new CMSSignedData(body(entity));
    SignerInformation signer = seal.getSignerInfos().getSigners().iterator().next();
    if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(certificate(args[3]))))
      throw new Exception("the seal does not hold");
    Files.write(Path.of(args[4]), (byte[]) seal.getSignedContent().getContent());
  }
}
