// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/signing/SigningPki.h"

#include "core/base/BaseErrors.h"
#include "core/signing/Pkcs12Key.h"

#include <QFile>
#include <QProcess>

namespace carriel::test {

namespace {

constexpr char config[] = R"(
[req]
distinguished_name = dn
prompt = no
[dn]
[v3_ca]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[v3_person]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature,nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
authorityInfoAccess = OCSP;URI:http://ocsp.example.org/
crlDistributionPoints = URI:http://crl.example.org/ca.crl
[v3_encrypt]
basicConstraints = critical,CA:false
keyUsage = critical,keyEncipherment
[v3_tsa]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
authorityKeyIdentifier = keyid
crlDistributionPoints = URI:http://crl.example.org/ca.crl
[v3_ocsp]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = OCSPSigning
noCheck = ignored
[ca]
default_ca = list
[list]
database = index.txt
default_md = sha256
default_crl_days = 7
[tsa]
default_tsa = stamps
[stamps]
serial = tsaserial
signer_cert = tsa.pem
signer_key = tsa.key
certs = ca.pem
default_policy = 1.2.3.4.1
digests = sha256,sha384,sha512
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
)";

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QByteArray SigningPki::run(const QString &program, const QStringList &arguments, bool *ok) const
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(program, arguments);
    const bool good = process.waitForStarted(60000) &&
                      process.waitForFinished(60000) &&
                      process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (ok)
        *ok = good;
    QByteArray said = process.readAllStandardOutput();
    if (!good)
        said += process.readAllStandardError();
    return said;
}

bool SigningPki::openssl(const QStringList &arguments) const
{
    bool ok = false;
    const QByteArray said = run(QStringLiteral("openssl"), arguments, &ok);
    if (!ok)
        qWarning("openssl %s: %s", qPrintable(arguments.join(u' ')), said.constData());
    return ok;
}

void SigningPki::person(const QString &name, const QString &serial, const QStringList &keyOptions,
                        const QString &section, const QString &authority, const QStringList &days)
{
    const QString key = name + QStringLiteral(".key");
    const QString certificate = name + QStringLiteral(".pem");
    const QString request = name + QStringLiteral(".csr");
    // The persons have a number, as those of the protocol's examples; who serves others has none.
    const bool serves = section == QLatin1String("v3_tsa") || section == QLatin1String("v3_ocsp");
    const QString subject = QLatin1String(serves ? "/C=CO/CN=" : "/C=CO/serialNumber=CC 1020304050/CN=") + name;
    m_ready &= openssl(QStringList{QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-nodes"),
                                   QStringLiteral("-config"), QStringLiteral("pki.cnf"), QStringLiteral("-subj"),
                                   subject, QStringLiteral("-keyout"), key, QStringLiteral("-out"), request} +
                       keyOptions);
    m_ready &= openssl(QStringList{QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
                                   QStringLiteral("-CA"), authority + QStringLiteral(".pem"), QStringLiteral("-CAkey"),
                                   authority + QStringLiteral(".key"), QStringLiteral("-set_serial"),
                                   QStringLiteral("0x") + serial, QStringLiteral("-sha256"), QStringLiteral("-extfile"),
                                   QStringLiteral("pki.cnf"), QStringLiteral("-extensions"), section,
                                   QStringLiteral("-out"), certificate} +
                       (days.isEmpty() ? QStringList{QStringLiteral("-days"), QStringLiteral("365")} : days));
    m_ready &=
        openssl({QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-inkey"), key,
                 QStringLiteral("-in"), certificate, QStringLiteral("-certfile"), authority + QStringLiteral(".pem"),
                 QStringLiteral("-out"), p12(name), QStringLiteral("-passout"), QStringLiteral("pass:clave")});
    m_index += QStringLiteral("V\t491231235959Z\t\t%1\tunknown\t%2").arg(serial, subject);
}

SigningPki::SigningPki()
{
    m_ready = m_dir.isValid();
    writeFile(file(QStringLiteral("pki.cnf")), config);
    writeFile(file(QStringLiteral("tsaserial")), "01\n");
    const QStringList ec{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                         QStringLiteral("ec_paramgen_curve:P-256")};
    for (const QString &name : {QStringLiteral("ca"), QStringLiteral("other")}) {
        m_ready &= openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-nodes"),
                                       QStringLiteral("-config"), QStringLiteral("pki.cnf"),
                                       QStringLiteral("-extensions"), QStringLiteral("v3_ca"), QStringLiteral("-subj"),
                                       QStringLiteral("/C=CO/CN=Autoridad ") + name, QStringLiteral("-days"),
                                       QStringLiteral("3650"), QStringLiteral("-keyout"), name + QStringLiteral(".key"),
                                       QStringLiteral("-out"), name + QStringLiteral(".pem")} +
                           ec);
    }
    const QString personal = QStringLiteral("v3_person");
    person(QStringLiteral("ana"), QStringLiteral("1001"), {QStringLiteral("-newkey"), QStringLiteral("rsa:2048")},
           personal);
    person(QStringLiteral("eva"), QStringLiteral("1002"), ec, personal);
    person(QStringLiteral("sol"), QStringLiteral("1004"), ec, QStringLiteral("v3_encrypt"));
    person(QStringLiteral("rob"), QStringLiteral("1005"), ec, personal, QStringLiteral("other"));
    person(QStringLiteral("tsa"), QStringLiteral("1006"), ec, QStringLiteral("v3_tsa"));
    person(QStringLiteral("ocsp"), QStringLiteral("1007"), ec, QStringLiteral("v3_ocsp"));
    person(QStringLiteral("leo"), QStringLiteral("1008"), ec, personal, QStringLiteral("ca"),
           {QStringLiteral("-days"), QStringLiteral("-1")});
    writeIndex();
}

void SigningPki::writeIndex() const
{
    writeFile(file(QStringLiteral("index.txt")), m_index.join(u'\n').toUtf8() + '\n');
}

void SigningPki::revoke(const QString &name, const QDateTime &when)
{
    for (QString &line : m_index) {
        if (line.endsWith(QStringLiteral("CN=") + name)) {
            QStringList parts = line.split(u'\t');
            parts[0] = QStringLiteral("R");
            parts[2] = when.toUTC().toString(QStringLiteral("yyMMddHHmmss'Z'")) + QStringLiteral(",keyCompromise");
            line = parts.join(u'\t');
        }
    }
    writeIndex();
}

void SigningPki::restore(const QString &name)
{
    for (QString &line : m_index) {
        if (line.endsWith(QStringLiteral("CN=") + name)) {
            QStringList parts = line.split(u'\t');
            parts[0] = QStringLiteral("V");
            parts[2].clear();
            line = parts.join(u'\t');
        }
    }
    writeIndex();
}

std::shared_ptr<signing::KeySource> SigningPki::key(const QString &name) const
{
    auto opened = signing::openPkcs12(p12(name), SecretBytes::copyOf("clave"));
    return opened.ok() ? std::shared_ptr<signing::KeySource>(std::move(opened).value()) : nullptr;
}

crypto::Certificate SigningPki::authority() const
{
    return crypto::Certificate::fromPem(readFile(file(QStringLiteral("ca.pem")))).value().first();
}

signing::TrustStore SigningPki::trust() const
{
    signing::TrustStore store;
    store.add(signing::TrustAnchor{authority(), false, QStringLiteral("test"), {}});
    return store;
}

void SigningPki::fetch(HttpFetchRequest request, std::function<void(Result<QByteArray>)> done)
{
    ++calls;
    if (down)
        return done(Error{carriel::errors::internal, {}, {}});
    const QString host = request.url.host();
    writeFile(file(QStringLiteral("query")), request.body);
    bool good = false;
    if (host.startsWith(QLatin1String("tsa")))
        good = openssl({QStringLiteral("ts"), QStringLiteral("-reply"), QStringLiteral("-config"),
                        QStringLiteral("pki.cnf"), QStringLiteral("-queryfile"), QStringLiteral("query"),
                        QStringLiteral("-out"), QStringLiteral("reply")});
    else if (host.startsWith(QLatin1String("ocsp")))
        good = openssl({QStringLiteral("ocsp"), QStringLiteral("-index"), QStringLiteral("index.txt"),
                        QStringLiteral("-CA"), QStringLiteral("ca.pem"), QStringLiteral("-rsigner"),
                        QStringLiteral("ocsp.pem"), QStringLiteral("-rkey"), QStringLiteral("ocsp.key"),
                        QStringLiteral("-reqin"), QStringLiteral("query"), QStringLiteral("-respout"),
                        QStringLiteral("reply"), QStringLiteral("-ndays"), QStringLiteral("1")});
    else
        good = openssl({QStringLiteral("ca"), QStringLiteral("-gencrl"), QStringLiteral("-config"),
                        QStringLiteral("pki.cnf"), QStringLiteral("-cert"), QStringLiteral("ca.pem"),
                        QStringLiteral("-keyfile"), QStringLiteral("ca.key"), QStringLiteral("-out"),
                        QStringLiteral("list.pem")}) &&
               openssl({QStringLiteral("crl"), QStringLiteral("-in"), QStringLiteral("list.pem"),
                        QStringLiteral("-outform"), QStringLiteral("DER"), QStringLiteral("-out"),
                        QStringLiteral("reply")});
    if (!good)
        return done(Error{carriel::errors::internal, {}, {}});
    done(readFile(file(QStringLiteral("reply"))));
}

namespace {

QByteArray assembled(const QByteArrayList &objects)
{
    QByteArray pdf("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    QList<qsizetype> offsets;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        offsets += pdf.size();
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype xref = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : std::as_const(offsets))
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    pdf += "trailer\n<</Size " + QByteArray::number(objects.size() + 1) + "/Root 1 0 R/ID[<00><00>]>>\nstartxref\n" +
           QByteArray::number(xref) + "\n%%EOF\n";
    return pdf;
}

QByteArray content(const QByteArray &text)
{
    const QByteArray drawing = "BT /F1 18 Tf 72 700 Td (" + text + ") Tj ET";
    return "<</Length " + QByteArray::number(drawing.size()) + ">>\nstream\n" + drawing + "\nendstream";
}

constexpr char page[] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R>>>>/Contents ";

} // namespace

QByteArray plainPdf(int pages)
{
    QByteArray kids;
    QByteArrayList objects{"<</Type/Catalog/Pages 2 0 R>>", "later", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    for (int i = 0; i < pages; ++i) {
        const auto number = [](int n) { return QByteArray::number(n).append(" 0 R"); };
        kids += number(4 + 2 * i) + ' ';
        objects.append(QByteArray(page).append(number(5 + 2 * i)).append(">>"));
        objects += content("Contrato por 100 pesos, hoja " + QByteArray::number(i + 1));
    }
    objects[1] = "<</Type/Pages/Count " + QByteArray::number(pages) + "/Kids[" + kids + "]>>";
    return assembled(objects);
}

QByteArray formPdf()
{
    const QByteArray look = "<</Type/XObject/Subtype/Form/BBox[0 0 200 20]/Length 0>>\nstream\n\nendstream";
    const auto field = [](const char *name, const char *rect, const char *appearance) {
        QByteArray dict("<</FT/Tx/Type/Annot/Subtype/Widget/F 4/P 4 0 R/T(");
        dict.append(name).append(")/Rect[").append(rect).append("]/AP<</N ").append(appearance).append(" 0 R>>>>");
        return dict;
    };
    QByteArrayList objects;
    objects.append("<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R>>");
    objects.append("<</Type/Pages/Count 1/Kids[4 0 R]>>");
    objects.append("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    objects.append(QByteArray(page).append("5 0 R/Annots[7 0 R 8 0 R 9 0 R]>>"));
    objects.append(content("Formulario"));
    objects.append("<</Fields[7 0 R 8 0 R 9 0 R]>>");
    objects.append(field("nombre", "72 600 272 620", "10"));
    objects.append(field("nota", "72 560 272 580", "11"));
    objects.append("<</FT/Sig/T(firma)/Type/Annot/Subtype/Widget/F 4/Rect[72 400 272 460]/P 4 0 R>>");
    objects.append(look);
    objects.append(look);
    return assembled(objects);
}

} // namespace carriel::test
