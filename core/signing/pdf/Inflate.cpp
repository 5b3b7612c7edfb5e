// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/Inflate.h"

#include "core/signing/SigningErrors.h"

#include <cstdlib>
#include <zlib.h>

namespace carriel::signing {

namespace {

Error bad(const char *what)
{
    return {errors::badPdf, {{QStringLiteral("what"), QString::fromLatin1(what)}}, {}};
}

int paeth(int a, int b, int c)
{
    const int p = a + b - c;
    const int pa = std::abs(p - a);
    const int pb = std::abs(p - b);
    const int pc = std::abs(p - c);
    return pa <= pb && pa <= pc ? a : (pb <= pc ? b : c);
}

Result<QByteArray> unpredicted(const QByteArray &data, const PdfValue &parameters)
{
    const qint64 columns = parameters["Columns"].toInt(1);
    const qint64 colors = parameters["Colors"].toInt(1);
    const qint64 bits = parameters["BitsPerComponent"].toInt(8);
    if (columns < 1 || columns > 1'000'000 || colors < 1 || colors > 32 || bits < 1 || bits > 16)
        return bad("predictor");
    const qsizetype row = (columns * colors * bits + 7) / 8;
    const qsizetype pixel = std::max<qint64>(1, colors * bits / 8);
    QByteArray out;
    out.reserve(data.size());
    QByteArray above(row, '\0');
    for (qsizetype at = 0; at < data.size(); at += row + 1) {
        const int kind = uchar(data[at]);
        const qsizetype size = std::min(row, data.size() - at - 1);
        QByteArray line = data.mid(at + 1, size);
        for (qsizetype i = 0; i < size; ++i) {
            const int left = i >= pixel ? uchar(line[i - pixel]) : 0;
            const int up = uchar(above[i]);
            const int corner = i >= pixel ? uchar(above[i - pixel]) : 0;
            int add = 0;
            switch (kind) {
            case 0:
                break;
            case 1:
                add = left;
                break;
            case 2:
                add = up;
                break;
            case 3:
                add = (left + up) / 2;
                break;
            case 4:
                add = paeth(left, up, corner);
                break;
            default:
                return bad("predictor");
            }
            line[i] = char(uchar(line[i]) + add);
        }
        out += line;
        above = line;
        above.resize(row, '\0');
    }
    return out;
}

} // namespace

Result<QByteArray> inflated(QByteArrayView data, qsizetype limit)
{
    z_stream z{};
    if (inflateInit(&z) != Z_OK)
        return bad("zlib");
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
    z.avail_in = uInt(std::min<qsizetype>(data.size(), 0x7fffffff));
    QByteArray out;
    int state = Z_OK;
    char buffer[65536];
    while (state == Z_OK) {
        z.next_out = reinterpret_cast<Bytef *>(buffer);
        z.avail_out = sizeof buffer;
        state = inflate(&z, Z_NO_FLUSH);
        out.append(buffer, qsizetype(sizeof buffer - z.avail_out));
        if (out.size() > limit) {
            inflateEnd(&z);
            return Error{errors::tooLarge, {{QStringLiteral("what"), QStringLiteral("stream")}}, {}};
        }
    }
    inflateEnd(&z);
    if (state != Z_STREAM_END)
        return bad("compressed stream");
    return out;
}

Result<QByteArray> decodedStream(const PdfDict &dict, QByteArrayView data, qsizetype limit)
{
    PdfValue filter = dict["Filter"];
    PdfValue parameters = dict["DecodeParms"];
    if (filter.isArray()) {
        if (filter.items().size() > 1)
            return bad("filters");
        const PdfValue list = filter;
        filter = list.items().empty() ? PdfValue() : list.items()[0];
        if (parameters.isArray()) {
            const PdfValue all = parameters;
            parameters = all.items().empty() ? PdfValue() : all.items()[0];
        }
    }
    if (filter.isNull())
        return data.toByteArray();
    if (!filter.isName("FlateDecode"))
        return bad("filter");
    CARRIEL_TRY(QByteArray plain, inflated(data, limit));
    const qint64 predictor = parameters["Predictor"].toInt(1);
    if (predictor == 1)
        return plain;
    if (predictor < 10 || predictor > 15)
        return bad("predictor");
    return unpredicted(plain, parameters);
}

} // namespace carriel::signing
