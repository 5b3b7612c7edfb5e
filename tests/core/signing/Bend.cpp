// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/signing/Bend.h"

#include "core/crypto/Cms.h"

#include <QtEndian>
#include <array>

namespace carriel::test {

using namespace carriel::signing;

QByteArray updated(const QByteArray &pdf, const std::map<int, QByteArray> &objects, int root)
{
    const PdfFile file = PdfFile::open(pdf).value();
    QByteArray out = pdf;
    QByteArray table("xref\n");
    int size = file.size();
    for (const auto &[number, body] : objects) {
        size = std::max(size, number + 1);
        table.append(QByteArray::number(number)).append(" 1\n");
        if (body.isEmpty()) {
            table.append("0000000000 00001 f \n");
            continue;
        }
        table.append(QByteArray::number(out.size()).rightJustified(10, '0')).append(" 00000 n \n");
        out.append(QByteArray::number(number)).append(" 0 obj\n").append(body).append("\nendobj\n");
    }
    const qsizetype at = out.size();
    PdfDict trailer = file.trailer();
    trailer.set("Prev", PdfValue::integer(file.startXref()));
    trailer.set("Size", PdfValue::integer(size));
    if (root)
        trailer.set("Root", PdfValue::ref({root, 0}));
    out.append(table).append("trailer\n").append(written(PdfValue::dict(trailer)));
    out.append("\nstartxref\n").append(QByteArray::number(at)).append("\n%%EOF\n");
    return out;
}

namespace {
QByteArray streamOf(const QByteArray &entries, const QByteArray &bytes)
{
    return "<<" + entries + "/Length " + QByteArray::number(bytes.size()) + ">>\nstream\n" + bytes + "\nendstream";
}
} // namespace

QByteArray updatedByStreams(const QByteArray &pdf, const std::map<int, QByteArray> &objects, const QByteArray &more)
{
    const PdfFile file = PdfFile::open(pdf).value();
    QByteArray out = pdf, head, bodies;
    std::map<int, std::array<qint64, 3>> entries;
    int size = file.size(), index = 0;
    for (const auto &[number, body] : objects)
        size = std::max(size, number + 1);
    const int holder = size++, own = size++;
    for (const auto &[number, body] : objects) {
        if (body.isEmpty()) {
            entries[number] = {0, 0, 1};
        } else if (body.contains("stream\n")) {
            entries[number] = {1, out.size(), 0};
            out += QByteArray::number(number) + " 0 obj\n" + body + "\nendobj\n";
        } else {
            entries[number] = {2, holder, index++};
            head += QByteArray::number(number) + ' ' + QByteArray::number(bodies.size()) + ' ';
            bodies += body + '\n';
        }
    }
    if (!more.isEmpty()) {
        head += more.left(more.indexOf(' ')) + ' ' + QByteArray::number(bodies.size()) + ' ';
        bodies += more.mid(more.indexOf(' ') + 1) + '\n';
        ++index;
    }
    entries[holder] = {1, out.size(), 0};
    out += QByteArray::number(holder) + " 0 obj\n" +
           streamOf("/Type/ObjStm/Filter/FlateDecode/N " + QByteArray::number(index) + "/First " + QByteArray::number(head.size()), qCompress(head + bodies).mid(4)) + "\nendobj\n";
    const qsizetype at = out.size();
    entries[own] = {1, at, 0};
    QByteArray rows;
    PdfArray numbers;
    for (const auto &[number, entry] : entries) {
        numbers.push_back(PdfValue::integer(number));
        numbers.push_back(PdfValue::integer(1));
        rows += char(entry[0]);
        for (int shift = 24; shift >= 0; shift -= 8)
            rows += char(entry[1] >> shift & 0xff);
        rows += char(entry[2]);
    }
    PdfDict dict;
    for (const auto &[name, value] : file.trailer().entries()) {
        if (QByteArrayList{"Root", "Info", "ID"}.contains(name))
            dict.set(name, value);
    }
    dict.set("Type", PdfValue::name("XRef"));
    dict.set("Size", PdfValue::integer(size));
    dict.set("Prev", PdfValue::integer(file.startXref()));
    dict.set("Index", PdfValue::array(numbers));
    dict.set("W", PdfValue::array({PdfValue::integer(1), PdfValue::integer(4), PdfValue::integer(1)}));
    dict.set("Length", PdfValue::integer(rows.size()));
    out += QByteArray::number(own) + " 0 obj\n" + written(PdfValue::dict(dict)) + "\nstream\n" + rows + "\nendstream\nendobj\nstartxref\n" + QByteArray::number(at) + "\n%%EOF\n";
    return out;
}

PdfDict docMdp(int p)
{
    PdfDict parameters;
    parameters.set("Type", PdfValue::name("TransformParams"));
    parameters.set("P", PdfValue::integer(p));
    parameters.set("V", PdfValue::name("1.2"));
    PdfDict reference;
    reference.set("Type", PdfValue::name("SigRef"));
    reference.set("TransformMethod", PdfValue::name("DocMDP"));
    reference.set("TransformParams", PdfValue::dict(parameters));
    PdfDict more;
    more.set("Reference", PdfValue::array({PdfValue::dict(reference)}));
    return more;
}

QByteArray signedByHand(const QByteArray &pdf, const ByHand &how)
{
    const PdfFile file = PdfFile::open(pdf).value();
    PdfUpdate update(file);
    const PdfRef signature = update.newObject();
    const PdfRef field = update.newObject();
    PdfDict dict;
    dict.set("Type", PdfValue::name("Sig"));
    dict.set("Filter", PdfValue::name("Adobe.PPKLite"));
    dict.set("SubFilter", PdfValue::name(how.subFilter));
    for (const auto &[name, value] : how.more.entries())
        dict.set(name, value);
    update.putSignature(signature, dict, 12000);
    PdfDict widget = how.fieldMore;
    widget.set("FT", PdfValue::name("Sig"));
    widget.set("T", PdfValue::string("a mano"));
    widget.set("V", PdfValue::ref(signature));
    update.put(field, PdfValue::dict(widget));
    const PdfObject root = file.object(file.trailer()["Root"].target()).value();
    PdfDict catalog = root.value.entries();
    PdfDict form = file.resolved(catalog["AcroForm"]).value().entries();
    PdfArray fields = form["Fields"].items();
    fields.push_back(PdfValue::ref(field));
    form.set("Fields", PdfValue::array(fields));
    form.set("SigFlags", PdfValue::integer(3));
    catalog.set("AcroForm", PdfValue::dict(form));
    if (how.certify) {
        PdfDict permissions;
        permissions.set("DocMDP", PdfValue::ref(signature));
        catalog.set("Perms", PdfValue::dict(permissions));
    }
    update.replace(root, PdfValue::dict(catalog));
    PdfUpdate::Tail tail = update.finish();
    PdfUpdate::setByteRange(tail, pdf.size());
    const QByteArray bytes = pdf + tail.bytes.left(tail.contentsAt) + tail.bytes.mid(tail.contentsEnd);
    PdfUpdate::setContents(tail, how.cms(crypto::hashOf(crypto::HashKind::Sha256, bytes), bytes));
    return QByteArray(pdf + tail.bytes);
}

QByteArray withField(const QByteArray &bytes, quint16 kind, const QByteArray &content, bool directoryOnly)
{
    QByteArray out = bytes;
    const auto put = [&](qsizetype at, auto value) { qToLittleEndian(value, out.data() + at); };
    const auto get32 = [&](qsizetype at) { return qFromLittleEndian<quint32>(out.constData() + at); };
    QByteArray field(4, '\0');
    qToLittleEndian(kind, field.data());
    qToLittleEndian(quint16(content.size()), field.data() + 2);
    field += content;
    const auto insert = [&](qsizetype at, qsizetype header, qsizetype sizes) {
        out.insert(at + header + qFromLittleEndian<quint16>(out.constData() + at + sizes), field);
        put(at + sizes + 2, quint16(field.size()));
    };
    const QByteArray mark("PK\x01\x02");
    if (!directoryOnly) {
        const quint32 local = get32(out.indexOf(mark, out.indexOf(mark) + 1) + 42), size = quint32(field.size());
        insert(local, 30, 26);
        for (qsizetype one = out.indexOf(mark); one >= 0; one = out.indexOf(mark, one + 1))
            put(one + 42, get32(one + 42) + (get32(one + 42) > local ? size : 0));
        put(out.lastIndexOf("PK\x05\x06") + 16, get32(out.lastIndexOf("PK\x05\x06") + 16) + size);
    }
    insert(out.indexOf(mark, out.indexOf(mark) + 1), 46, 28);
    const qsizetype end = out.lastIndexOf("PK\x05\x06");
    put(end + 12, get32(end + 12) + quint32(field.size()));
    return out;
}

std::function<QByteArray(const QByteArray &, const QByteArray &)> cmsBy(const SigningDesk &desk, const QString &name)
{
    return [key = desk.pki.key(name)](const QByteArray &digest, const QByteArray &) {
        auto builder = crypto::CmsBuilder::start(key->certificate(), digest, {key->chain(), {}}).value();
        QByteArray der;
        key->sign(builder.toBeSigned(), [&](const Result<QByteArray> &value) { der = builder.finish(value.value()).value(); });
        return der;
    };
}

} // namespace carriel::test
