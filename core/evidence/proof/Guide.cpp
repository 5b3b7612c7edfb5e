// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/proof/Guide.h"

#include <algorithm>
#include <iterator>

namespace carriel::evidence {

namespace {

// What the first guides said; with and without a stamp of the file as a whole.
#define CARRIEL_FIRST_GUIDE \
    "Evidencia de una notificaci\xC3\xB3n electr\xC3\xB3nica / Evidence of an electronic notification\n\n" \
    "carriel-cli evidence verify FILE\n\n" \
    "Sin Carriel / without Carriel:\n" \
    "  openssl dgst -sha256 -verify keys/KID.pem -signature X.der X.tbs\n" \
    "  openssl ts -verify -data NN-EVENT.jws -in NN-EVENT.tst -token_in -CAfile ROOT.pem\n" \
    "X.jws = X.tbs . base64url(signature); KID: header of X.jws. \"prev\" of each record is the base64url SHA-256 of " \
    "the " \
    "whole .jws file before it.\n" \
    "plain_sha256 of seal.jws = base64url SHA-256 of salt.bin followed by content.asice.\n"
#define CARRIEL_FIRST_STAMP \
    "META-INF/timestamp.tst (only where a time-stamping authority was chosen / solo con una autoridad de estampado): openssl ts -verify " \
    "-data META-INF/ASiCManifest.xml -in META-INF/timestamp.tst -token_in -CAfile ROOT.pem\n"
#define CARRIEL_FIRST_CIPHER \
    "cipher.bin (only where the content did not fit): RFC 8188, key \"a\" of dispute.jws.\n"

// The guide as it is written now, and every one that was written before: a file made then is as good as ever. Its
// commands are run as they stand by tst_evidence_package.
const char *const guides[] = {
    R"GUIDE(EVIDENCIA DE UNA NOTIFICACIÓN ELECTRÓNICA
(In English: at the end)

1. QUÉ ES ESTE ARCHIVO

Reúne lo que prueba una notificación o comunicación que una entidad envió a
una persona por medio de su operador de Carpeta Ciudadana Digital: quién la
envió, cuándo quedó a disposición de la persona, si se abrió, en qué momento
y qué decía.

Es un archivo ZIP (un contenedor ASiC-E, norma ETSI EN 319 162-1). Adentro
hay declaraciones, cada una firmada por quien la hizo. Si alguien cambia una
sola letra de una de ellas, su firma deja de corresponder.

Con el programa Carriel se comprueba entero, sin cuenta y sin red: en su
primera página, "Solo quiero comprobar un archivo de evidencia", o así:

    carriel-cli evidence verify ARCHIVO --trust LLAVE_DEL_OPERADOR

Lo que sigue explica cómo comprobarlo sin ese programa.

2. QUÉ TRAE Y QUÉ PRUEBA CADA PARTE
(No todos los archivos las traen todas; NN es un número: 01, 02, 03...)

seal.jws          El sello, firmado por la entidad: a quién se dirige, en qué
                  trámite, con qué régimen legal, y la huella (SHA-256) de lo
                  que envió. Prueba quién lo envió y que no se cambió.
NN-....jws        Los registros del operador, en orden y firmados por él:
                  SubmissionAcceptance          la recibió de la entidad
                  NotificationForAcceptance     quedó a disposición, sellada
                  ContentHandover               SE ABRIÓ: el momento que vale
                  ContentAccessTracking         se leyó otra vez (no cuenta)
                  AccessCertificate             la entidad certificó el acceso
                  AcceptanceRejectionExpiry     venció sin abrirse
                  Cancellation, RelayToNonERDS  se retiró; fue por otro medio
                  Dispute                       la persona reclamó
                  Cada registro nombra la huella del anterior: no se puede
                  quitar ni agregar uno en la mitad sin que se note.
NN-....tst        La estampa cronológica de ese registro: una autoridad
                  independiente confirma la fecha y la hora.
receipt.jws       El acuse de recibo, firmado por la persona con la llave de
                  su equipo, o con su certificado (certs/receipt-1.der).
                  Vale solo si un registro ContentHandover lo nombra.
device.jws        El operador declara de quién es el equipo y su llave.
id_token.jwt      El ingreso con el que la persona probó ser ella para este
                  acuse; jwks.json son las llaves de quien respondió por él.
certificate.jws   La constancia de acceso, firmada por la entidad.
consent.jws       La persona aceptó que la notifiquen así; consent.txt es el
                  texto que aceptó y consent-device.jws, el equipo.
warning.txt       La advertencia que leyó la persona antes de abrir.
directory.jws     El directorio: qué llaves son de qué entidad y operador.
content.asice     Lo que se notificó: el acto y sus anexos (es otro ZIP).
salt.bin          32 octetos que se suman al contenido para su huella.
dispute.jws, cipher.bin
                  Solo si lo que llegó no era lo que se selló: el reclamo de
                  la persona y los octetos que llegaron (RFC 8188; la llave es
                  "a" en dispute.jws).
keys/, certs/     Las llaves y certificados que sirven para comprobar.
X.tbs y X.der     De cada declaración X.jws, sus dos mitades como las lee
                  openssl: el texto que se firmó, y la firma.
META-INF/ASiCManifest.xml   La lista de lo que trae, con la huella de cada uno.
META-INF/timestamp.tst      Si está: estampa cronológica sobre esa lista.

3. CÓMO COMPROBARLO, PASO A PASO
(En una terminal de Linux o macOS, o en Git Bash de Windows.)

a) Saque los archivos en una carpeta vacía:

    unzip ARCHIVO.asice -d evidencia
    cd evidencia

b) Lea lo que dice una declaración (aquí, el sello; sirve con cualquiera):

    cut -d. -f2 seal.tbs | tr '_-' '/+' | base64 -d; echo

   Si base64 avisa al final que la entrada no es válida, no importa: lo que
   importa ya está escrito. Las fechas son segundos desde el 1 de enero de
   1970; se leen con:  date -d @1767621802   (macOS: date -r 1767621802)

c) Compruebe todas las firmas. Cada línea dice qué llave la confirma:

    for t in *.tbs; do n=${t%.tbs}; r="NINGUNA LLAVE LA CONFIRMA"
      for k in keys/*.pem; do
        openssl dgst -sha256 -verify "$k" -signature "$n.der" "$t" \
          >/dev/null 2>&1 && r="$k"
      done; echo "$n: $r"; done

   Una sola, a mano ("Verified OK" quiere decir que corresponde; LLAVE es
   el nombre que dijo la lista):

    openssl dgst -sha256 -verify keys/LLAVE.pem -signature seal.der seal.tbs

   De quién es cada llave lo dice directory.jws (paso b). Si el acuse se
   firmó con un certificado, a nombre de quién está lo dice:

    openssl x509 -inform DER -in certs/receipt-1.der -noout -subject -issuer

d) Compruebe el orden. La huella de cada registro debe ser el "prev" del que
   sigue; "refs" nombra así mismo el sello, el acuse y lo demás:

    huella() { openssl dgst -sha256 -binary | openssl base64 -A \
      | tr '/+' '_-' | tr -d '='; echo; }
    for r in [0-9]*.jws; do echo "$r"; echo "  es:   $(huella < "$r")"
      echo "  prev: $(cut -d. -f2 "$r" | tr '_-' '/+' | base64 -d 2>/dev/null \
        | grep -o '"prev": *"[^"]*"')"; done

e) Compruebe que el contenido es el que la entidad selló. Esto debe dar lo
   mismo que "plain_sha256" en seal.jws:

    cat salt.bin content.asice | huella

   Y para leerlo (el acto es act.json; los anexos están al lado):

    unzip content.asice -d contenido

f) Compruebe las estampas cronológicas. RAIZ.pem es el certificado de la
   autoridad que las respalda, y lo consigue usted por su cuenta:

    for s in [0-9]*.tst; do echo "$s"
      openssl ts -verify -data "${s%.tst}.jws" -in "$s" -token_in \
        -CAfile RAIZ.pem
      openssl ts -reply -in "$s" -token_in -text | grep 'Time stamp'; done

   Y, si está, la de todo el archivo:

    openssl ts -verify -data META-INF/ASiCManifest.xml \
      -in META-INF/timestamp.tst -token_in -CAfile RAIZ.pem

g) La huella de cada archivo, como está en META-INF/ASiCManifest.xml:

    openssl dgst -sha256 -binary seal.jws | openssl base64 -A; echo

4. QUÉ NO PRUEBA POR SÍ SOLO

- De quién son las llaves. Las de keys/ vienen con el archivo: prueban que
  nada se cambió desde que se firmó. Que la llave que firmó directory.jws es
  la del operador se sabe comparándola con la que él publica.
- La hora, si falta la estampa cronológica o no se confía en quien la puso:
  entonces es solo la palabra del operador.
- Qué pasó después del último registro. Si no hay ContentHandover, prueba
  que hasta ese momento no se había abierto, y no que no se abrió después.
- Que la persona leyó lo que abrió, ni quién más estaba frente al equipo.
- Que el operador no lo leyó: guarda el contenido cifrado y también la llave.
- Que el certificado con que se firmó un acuse no estaba revocado: el
  operador lo consultó en ese momento, y eso es su palabra.
- Hasta cuándo hay que responder. Los términos los cuenta quien aplica la
  ley; la fecha que vale es la que certifica la entidad.

----------------------------------------------------------------------------
EVIDENCE OF AN ELECTRONIC NOTIFICATION

Check it with Carriel (no account, no network):
    carriel-cli evidence verify FILE --trust OPERATOR_KEY
Without it: the commands of section 3 unpack it, read a statement, check all
signatures, the chain ("prev" is the base64url SHA-256 of the whole .jws file
before), the content ("plain_sha256" of seal.jws is that of salt.bin followed
by content.asice) and the time stamps. Keys inside the file prove that nothing
was changed; whose they are must be known by another way.
)GUIDE",
    CARRIEL_FIRST_GUIDE CARRIEL_FIRST_STAMP CARRIEL_FIRST_CIPHER, CARRIEL_FIRST_GUIDE CARRIEL_FIRST_CIPHER};

// The same of what was given to an entity.
const char *const givenGuides[] = {
    R"GUIDE(EVIDENCIA DE DOCUMENTOS ENTREGADOS A UNA ENTIDAD
(In English: at the end)

1. QUÉ ES ESTE ARCHIVO

Reúne lo que prueba que una persona entregó documentos a una entidad por
medio de su operador de Carpeta Ciudadana Digital, o que quiso entregarlos y
no se pudo: qué pidió la entidad, qué aceptó entregar la persona, cuándo se
recibió y con qué número de radicado, o por qué se rechazó.

Es un archivo ZIP (un contenedor ASiC-E). Cada declaración que trae está
firmada por quien la hizo; si alguien cambia una letra, se nota.

Con el programa Carriel se comprueba entero, sin cuenta y sin red:

    carriel-cli evidence verify ARCHIVO --trust LLAVE_DEL_OPERADOR

2. QUÉ TRAE Y QUÉ PRUEBA CADA PARTE
(No todos los archivos las traen todas; NN es un número: 01, 02, 03...)

request.jws    La solicitud, firmada por la entidad: qué pide y para qué.
statement.jws  Lo que la persona aceptó entregar, firmado por su equipo: cada
               documento por su huella (SHA-256), a quién y para qué.
device.jws     El operador declara de quién es ese equipo y cuál es su llave.
NN-....jws     Los registros del operador, en orden y firmados por él: cuándo
               lo recibió y cuándo lo tomó la entidad.
NN-....tst     La estampa cronológica de ese registro: una autoridad
               independiente confirma la fecha y la hora.
filing.jws     El recibido, firmado por la entidad, con el número de radicado.
rejection.jws  El rechazo, firmado por la entidad, con su razón.
failure.jws    Si no se pudo: cuándo se intentó y qué respondió el sistema,
               firmado por el equipo de la persona.
directory.jws  El directorio: qué llaves son de qué entidad y operador.
keys/          Las llaves públicas que sirven para comprobar.
X.tbs y X.der  De cada declaración X.jws, sus dos mitades como las lee
               openssl: el texto que se firmó, y la firma.
META-INF/      La lista de lo que trae y, si está, la estampa sobre ella.

3. CÓMO COMPROBARLO SIN CARRIEL
(En una terminal de Linux o macOS, o en Git Bash de Windows.)

a) Saque los archivos en una carpeta vacía:

    unzip ARCHIVO.asice -d evidencia
    cd evidencia

b) Lea lo que dice una declaración (sirve con cualquiera):

    cut -d. -f2 statement.tbs | tr '_-' '/+' | base64 -d; echo

c) Compruebe todas las firmas. Cada línea dice qué llave la confirma:

    for t in *.tbs; do n=${t%.tbs}; r="NINGUNA LLAVE LA CONFIRMA"
      for k in keys/*.pem; do
        openssl dgst -sha256 -verify "$k" -signature "$n.der" "$t" \
          >/dev/null 2>&1 && r="$k"
      done; echo "$n: $r"; done

d) La huella de un documento, como está en statement.jws:

    openssl dgst -sha256 -binary DOCUMENTO | openssl base64 -A \
      | tr '/+' '_-' | tr -d '='; echo

e) Compruebe las estampas cronológicas. RAIZ.pem es el certificado de la
   autoridad que las respalda, y lo consigue usted por su cuenta:

    for s in [0-9]*.tst; do echo "$s"
      openssl ts -verify -data "${s%.tst}.jws" -in "$s" -token_in \
        -CAfile RAIZ.pem; done

4. QUÉ NO PRUEBA POR SÍ SOLO

- De quién son las llaves. Las de keys/ vienen con el archivo: prueban que
  nada se cambió desde que se firmó. Que la llave que firmó directory.jws es
  la del operador se sabe comparándola con la que él publica.
- Qué dicen los documentos: no vienen aquí, solo sus huellas. Guárdelos.
- Qué pasó después: un radicado o un rechazo puede haber llegado más tarde.
- De failure.jws, que el sistema de la entidad falló: es lo que vio y firmó
  el equipo de la persona.

----------------------------------------------------------------------------
EVIDENCE OF DOCUMENTS GIVEN TO AN ENTITY

Check it with Carriel (no account, no network):
    carriel-cli evidence verify FILE --trust OPERATOR_KEY
Without it: the commands of section 3 unpack it, read a statement and check
all signatures. Keys inside the file prove that nothing was changed; whose
they are must be known by another way.
)GUIDE",
    "Prueba de una entrega de documentos a una entidad / Proof of documents given to an entity\n\n"
    "carriel-cli evidence verify FILE\n\n"
    "request: firmada por la entidad / signed by the entity. statement, failure: por el equipo de la persona / by the "
    "person's device.\n"
    "failure: cu\xC3\xA1ndo se intent\xC3\xB3 y qu\xC3\xA9 se respondi\xC3\xB3 / when it was tried and what came "
    "back.\n"
    "device, NN-EVENT: por el operador / by the operator. filing, rejection: por la entidad / by the entity.\n\n"
    "  openssl dgst -sha256 -verify keys/KID.pem -signature X.der X.tbs\n"
    "X.jws = X.tbs . base64url(signature); KID: header of X.jws.\n"};

} // namespace

QByteArray guide()
{
    return guides[0];
}

QByteArray guideOfGiven()
{
    return givenGuides[0];
}

bool isGuide(QByteArrayView content)
{
    const auto is = [content](const char *one) { return content == QByteArrayView(one); };
    return std::any_of(std::begin(guides), std::end(guides), is) ||
           std::any_of(std::begin(givenGuides), std::end(givenGuides), is);
}

} // namespace carriel::evidence
