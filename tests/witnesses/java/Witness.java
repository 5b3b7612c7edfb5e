// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What PDFBox and BouncyCastle say of signed files, one line a signature: FILE, ok or why not. A PDF, or a detached
// signature as SIGNATURE=CONTENT. Independent of our own code on purpose.
import java.io.File;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tsp.TimeStampToken;

public class Witness {
    static final BouncyCastleProvider provider = new BouncyCastleProvider();

    static byte[] hash(String name, byte[] bytes) throws Exception {
        return java.security.MessageDigest.getInstance(name, provider).digest(bytes);
    }

    static String stamped(CMSSignedData data, byte[] over) throws Exception {
        TimeStampToken token = new TimeStampToken(data);
        byte[] digest = hash(token.getTimeStampInfo().getMessageImprintAlgOID().getId(), over);
        if (!Arrays.equals(digest, token.getTimeStampInfo().getMessageImprintDigest()))
            return "timestamp of other bytes";
        X509CertificateHolder holder = (X509CertificateHolder) token.getCertificates().getMatches(token.getSID()).iterator().next();
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().setProvider(provider).build(holder));
        return "ok";
    }

    static String judged(byte[] cms, byte[] content, boolean pades) throws Exception {
        CMSSignedData data = new CMSSignedData(new CMSProcessableByteArray(content), cms);
        Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
        if (signers.size() != 1)
            return "not one signer";
        SignerInformation signer = signers.iterator().next();
        X509CertificateHolder holder = (X509CertificateHolder) data.getCertificates().getMatches(signer.getSID()).iterator().next();
        if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().setProvider(provider).build(holder)))
            return "wrong value";
        Attribute ess = signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (ess == null)
            return "no signing certificate";
        byte[] named = SigningCertificateV2.getInstance(ess.getAttributeValues()[0]).getCerts()[0].getCertHash();
        if (!Arrays.equals(named, hash("SHA-256", holder.getEncoded())))
            return "another signing certificate";
        boolean time = signer.getSignedAttributes().get(PKCSObjectIdentifiers.pkcs_9_at_signingTime) != null;
        if (time == pades)
            return pades ? "PAdES with signing time" : "CAdES without signing time";
        if (signer.getUnsignedAttributes() != null) {
            Attribute stamp = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
            if (stamp != null)
                return stamped(new CMSSignedData(stamp.getAttributeValues()[0].toASN1Primitive().getEncoded()), signer.getSignature());
        }
        return "ok";
    }

    public static void main(String[] names) throws Exception {
        boolean good = true;
        for (String name : names) {
            int split = name.indexOf('=');
            if (split > 0) {
                byte[] cms = Files.readAllBytes(new File(name.substring(0, split)).toPath());
                String said = judged(cms, Files.readAllBytes(new File(name.substring(split + 1)).toPath()), false);
                System.out.println(name + "\t" + said);
                good &= said.equals("ok");
                continue;
            }
            int count = 0;
            try (PDDocument document = PDDocument.load(new File(name))) {
                for (PDSignature signature : document.getSignatureDictionaries()) {
                    byte[] file = Files.readAllBytes(new File(name).toPath());
                    byte[] content = signature.getSignedContent(file);
                    byte[] padded = signature.getContents(file);
                    byte[] cms = new org.bouncycastle.asn1.ASN1InputStream(padded).readObject().getEncoded();
                    String said = "ETSI.RFC3161".equals(signature.getSubFilter()) ? stamped(new CMSSignedData(cms), content)
                            : judged(cms, content, true);
                    System.out.println(name + "\t" + said);
                    good &= said.equals("ok");
                    ++count;
                }
            }
            if (count == 0) {
                System.out.println(name + "\tno signature");
                good = false;
            }
        }
        System.exit(good ? 0 : 1);
    }
}
