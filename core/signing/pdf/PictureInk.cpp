// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdf/PictureInk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <map>
#include <qpdf/Pl_DCT.hh>

namespace carriel::signing {

namespace {

constexpr qint64 mostSamples = 48 * 1024 * 1024; // of one: an A4 page at 600 dpi in grey
constexpr int largestSide = 30'000;
constexpr double cell = 3;                       // points: what is not plain counts as painted as a whole
constexpr int mostCells = 600;                   // along one side
constexpr int same = 16;                         // of 255: the grain of paper and of compression, not a letter

struct Form
{
    int width = 0, height = 0, bits = 8, parts = 1;
    bool stencil = false, turned = false; // its numbers, by /Decode
    qint64 row() const { return (qint64(width) * parts * bits + 7) / 8; }
};

int partsOf(const PdfFile &file, const PdfValue &space)
{
    const auto now = [&](const PdfValue &value) { return file.resolved(value).valueOr({}); };
    const PdfArray all = space.items();
    const PdfValue family = all.empty() ? space : now(all[0]);
    if (family.isName("DeviceGray") || family.isName("CalGray"))
        return 1;
    if (family.isName("DeviceRGB") || family.isName("CalRGB"))
        return 3;
    return family.isName("ICCBased") && all.size() == 2 ? int(now(now(all[1])["N"]).toInt()) : 0;
}

// Default deny: an entry that is not known may change what is seen.
std::optional<Form> formOf(const PdfFile &file, const PdfDict &dict)
{
    static const QByteArrayList known{"Type", "Subtype", "Width", "Height", "BitsPerComponent", "ColorSpace", "ImageMask", "Decode", "Filter",
                                      "DecodeParms", "Length", "Interpolate", "Name", "Intent", "Metadata", "StructParent", "ID"};
    const auto now = [&](const char *key) { return file.resolved(dict[key]).valueOr({}); };
    const auto number = [&](const PdfValue &value) { return file.resolved(value).valueOr({}).toNumber(); };
    for (const auto &[key, value] : dict.entries()) {
        if (!known.contains(key))
            return std::nullopt;
    }
    Form out;
    const qint64 width = now("Width").toInt(), height = now("Height").toInt();
    out.stencil = now("ImageMask").toBool();
    out.bits = int(std::clamp<qint64>(now("BitsPerComponent").toInt(out.stencil ? 1 : 0), 0, 16));
    out.parts = out.stencil ? 1 : partsOf(file, now("ColorSpace"));
    if (width < 1 || height < 1 || width > largestSide || height > largestSide || (out.parts != 1 && out.parts != 3) ||
        (out.bits != 8 && (out.bits != 1 || out.parts != 1)) || (out.stencil && out.bits != 1))
        return std::nullopt;
    out.width = int(width);
    out.height = int(height);
    const PdfArray decode = now("Decode").items();
    if (!decode.empty()) {
        out.turned = number(decode[0]) == 1;
        for (std::size_t i = 0; i < decode.size(); ++i) {
            if (decode.size() != 2 * std::size_t(out.parts) || number(decode[i]) != ((i % 2 == 0) == out.turned ? 1 : 0))
                return std::nullopt;
        }
    }
    return out;
}

// Takes the samples as they come and keeps of every cell the least and the most.
class Cells : public Pipeline
{
public:
    Cells(const Form &form, int across, int down)
        : Pipeline("cells", nullptr), m_form(form), m_across(across), m_down(down), m_ofColumn(std::size_t(form.width)),
          m_cells(std::size_t(across) * std::size_t(down))
    {
        for (int x = 0; x < form.width; ++x)
            m_ofColumn[std::size_t(x)] = int(qint64(x) * across / form.width);
    }

    struct Range
    {
        std::array<uchar, 3> least{255, 255, 255}, most{0, 0, 0};
    };

    void write(const unsigned char *data, std::size_t size) override
    {
        const std::size_t row = std::size_t(m_form.row());
        m_size += qint64(size);
        while (size > 0 && m_row < m_form.height) {
            if (m_part.empty() && size >= row) {
                take(data);
                data += row;
                size -= row;
                continue;
            }
            const std::size_t some = std::min(size, row - m_part.size());
            m_part.insert(m_part.end(), data, data + some);
            data += some;
            size -= some;
            if (m_part.size() == row) {
                take(m_part.data());
                m_part.clear();
            }
        }
    }

    void finish() override {}
    bool whole() const { return m_size == m_form.row() * m_form.height; } // and nothing left over
    const Range &at(int x, int y) const { return m_cells[std::size_t(y) * std::size_t(m_across) + std::size_t(x)]; }

private:
    void take(const unsigned char *row)
    {
        Range *cells = m_cells.data() + std::size_t(qint64(m_row) * m_down / m_form.height) * std::size_t(m_across);
        ++m_row;
        for (int x = 0; x < m_form.width; ++x) {
            Range &to = cells[m_ofColumn[std::size_t(x)]];
            for (int part = 0; part < m_form.parts; ++part) {
                const int raw = m_form.bits == 8 ? row[qint64(x) * m_form.parts + part] : (row[x / 8] >> (7 - x % 8) & 1) * 255;
                const auto value = uchar(m_form.turned ? 255 - raw : raw);
                uchar &least = to.least[std::size_t(part)], &most = to.most[std::size_t(part)];
                least = std::min(least, value);
                most = std::max(most, value);
            }
        }
    }

    Form m_form;
    int m_across, m_down, m_row = 0;
    qint64 m_size = 0;
    std::vector<int> m_ofColumn;
    std::vector<Range> m_cells;
    std::vector<unsigned char> m_part; // of a row
};

// The size that the data say themselves (ITU T.81 B.2.2), if it is of the usual kinds: readers go by it.
bool isJpegOf(QByteArrayView data, const Form &form)
{
    constexpr int header = 2, frame = 10;
    const auto at = [&](qsizetype i) { return i < data.size() ? int(uchar(data[i])) : -1; };
    if (at(0) != 0xff || at(1) != 0xd8 || form.bits != 8 || !data.trimmed().endsWith("\xff\xd9"))
        return false;
    for (qsizetype i = header; at(i) == 0xff && i + frame < data.size();) {
        const int kind = at(i + 1);
        if (kind >= 0xc0 && kind <= 0xc2)
            return at(i + 4) == 8 && at(i + 5) * 256 + at(i + 6) == form.height && at(i + 7) * 256 + at(i + 8) == form.width &&
                   at(i + 9) == form.parts;
        if (kind < 0xc0 || kind == 0xff || (kind >= 0xd0 && kind <= 0xda) || (kind > 0xc2 && kind < 0xd0 && kind != 0xc4))
            return false;
        i += 2 + at(i + 2) * 256 + at(i + 3);
    }
    return false;
}

bool decode(const PdfFile &file, PdfObject stream, const Form &form, Cells &cells)
{
    PdfDict dict = stream.value.entries();
    PdfValue filter = file.resolved(dict["Filter"]).valueOr({}), parameters = file.resolved(dict["DecodeParms"]).valueOr({});
    if (filter.isArray() && filter.items().size() == 1)
        filter = file.resolved(PdfValue(filter.items()[0])).valueOr({});
    const bool jpeg = filter.isName("DCTDecode");
    if (jpeg && !parameters.isNull())
        return false;
    if (jpeg) { // only what lies around it: the encryption
        dict.remove("Filter");
        stream.value = PdfValue::dict(dict);
    }
    const auto bytes = file.decoded(stream);
    if (!bytes.ok() || (jpeg && !isJpegOf(bytes.value(), form)))
        return false;
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.value().constData());
    const auto size = std::size_t(bytes.value().size());
    if (!jpeg) {
        cells.write(data, size);
        return cells.whole();
    }
    try {
        Pl_DCT decoder("picture", &cells);
        decoder.write(data, size);
        decoder.finish();
    } catch (const std::exception &) {
        return false;
    }
    return cells.whole();
}

// The colour of most of the cells that have only one.
std::optional<std::array<int, 3>> groundOf(const Cells &cells, int across, int down, int parts)
{
    struct Sum
    {
        int count = 0;
        std::array<qint64, 3> all{};
    };
    std::map<std::array<int, 3>, Sum> found;
    for (int i = 0; i < across * down; ++i) {
        const Cells::Range &one = cells.at(i % across, i / across);
        std::array<int, 3> middle{}, rough{};
        bool plain = true;
        for (std::size_t part = 0; part < std::size_t(parts); ++part) {
            plain &= one.most[part] - one.least[part] <= same;
            middle[part] = (one.most[part] + one.least[part]) / 2;
            rough[part] = middle[part] / same;
        }
        if (!plain)
            continue;
        Sum &sum = found[rough];
        ++sum.count;
        for (std::size_t part = 0; part < 3; ++part)
            sum.all[part] += middle[part];
    }
    const auto most = std::max_element(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.second.count < b.second.count; });
    if (most == found.end())
        return std::nullopt;
    std::array<int, 3> out{};
    for (std::size_t part = 0; part < 3; ++part)
        out[part] = int(most->second.all[part] / most->second.count);
    return out;
}

} // namespace

std::optional<PictureInk> PictureReader::inkOf(const PdfFile &file, const PdfValue &picture, const QSizeF &points)
{
    const auto object = picture.isRef() ? file.object(picture.target()) : Result<PdfObject>(PdfObject());
    if (!object.ok() || !object.value().isStream || !std::isfinite(points.width() + points.height()))
        return std::nullopt;
    const auto form = formOf(file, object.value().value.entries());
    const qint64 samples = form ? qint64(form->width) * form->height * form->parts : 0;
    if (!form || form->row() * form->height > mostSamples || samples > m_left)
        return std::nullopt;
    m_left -= samples;
    const auto along = [](int pixels, double size) { return int(std::clamp(std::ceil(size / cell), 1.0, double(std::min(pixels, mostCells)))); };
    const int across = along(form->width, points.width()), down = along(form->height, points.height());
    Cells cells(*form, across, down);
    if (!decode(file, object.value(), *form, cells))
        return std::nullopt;
    std::array<int, 3> ground{255, 255, 255}; // of a stencil: what it lets through
    if (!form->stencil) {
        const auto seen = groundOf(cells, across, down, form->parts);
        if (!seen)
            return std::nullopt;
        ground = *seen;
    }
    const auto isPlain = [&](const Cells::Range &one) {
        for (std::size_t part = 0; part < std::size_t(form->parts); ++part) {
            if (one.least[part] < ground[part] - same || one.most[part] > ground[part] + same)
                return false;
        }
        return true;
    };
    PictureInk out;
    if (!form->stencil) {
        const bool grey = form->parts == 1;
        out.ground = quint32(ground[0]) << 16 | quint32(ground[grey ? 0 : 1]) << 8 | quint32(ground[grey ? 0 : 2]);
    }
    // Each as far as readers blur it: by a sample on every side. Cells on end are one: a letter is as high as it is.
    const double wide = 1.0 / across, high = 1.0 / down, blurX = 1.0 / form->width, blurY = 1.0 / form->height;
    for (int x = 0; x < across; ++x) {
        for (int y = 0, begin = 0; y < down; ++y) {
            if (isPlain(cells.at(x, y))) {
                begin = y + 1;
            } else if (y + 1 == down || isPlain(cells.at(x, y + 1))) {
                const QRectF at(x * wide, 1 - (y + 1) * high, wide, (y + 1 - begin) * high);
                out.ink.push_back(at.adjusted(-blurX, -blurY, blurX, blurY) & QRectF(0, 0, 1, 1));
            }
        }
    }
    return out;
}

} // namespace carriel::signing
