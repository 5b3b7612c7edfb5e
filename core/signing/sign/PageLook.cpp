// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/PageLook.h"

#include "core/signing/pdf/FormFields.h"
#include "core/signing/pdf/PageMarks.h"
#include "core/signing/sign/PageSpace.h"
#include "core/signing/sign/SignatureField.h"

#include <algorithm>
#include <limits>
#include <set>

namespace carriel::signing {

namespace {

constexpr int mostPages = 500;
constexpr qsizetype mostBytes = 24 * 1024 * 1024;
constexpr int fewLetters = 4;    // hidden on a page: less may be by chance
constexpr int fewBelow = 10;     // under an empty field: less may be its label
constexpr float smallest = 1;    // points
constexpr qsizetype above = std::numeric_limits<qsizetype>::max();
constexpr int leader = 8; // of so many times the same letter: dots and underscores to write on
constexpr qsizetype mostPairs = 20'000'000; // of letters and what lies above and below them

struct Layer
{
    QRectF at;
    qsizetype order; // among the marks
    bool hides;      // whole and opaque
    bool picture;
    std::optional<quint32> colour;
};

class Page
{
public:
    Page(const PdfFile &file, PdfRef ref) : m_marks(marksOfPage(file, ref))
    {
        if (const auto space = pageSpace(file, ref))
            m_box = space->box;
        for (qsizetype i = 0; i < qsizetype(m_marks.marks.size()); ++i) {
            const Mark &mark = m_marks.marks[std::size_t(i)];
            const bool picture = mark.kind == Mark::Kind::Picture;
            if (picture || mark.kind == Mark::Kind::Area)
                m_layers.push_back({mark.at, i, mark.opaque && mark.plain, picture, mark.colour});
            else if (mark.kind == Mark::Kind::Letter)
                ++m_letters;
        }
        // Notes, fields and the boxes of signatures lie above the page.
        const PdfArray notes = file.resolved(file.resolved(PdfValue::ref(ref)).valueOr({})["Annots"]).valueOr({}).items();
        for (const PdfValue &item : notes) {
            const PageMarks note = marksOfNote(file, file.resolved(item).valueOr({}).entries());
            for (const Mark &mark : note.marks) {
                if (mark.kind == Mark::Kind::Area || mark.kind == Mark::Kind::Picture)
                    m_layers.push_back({mark.at, above, mark.opaque && mark.plain, mark.kind == Mark::Kind::Picture, mark.colour});
            }
        }
        m_sure = m_marks.complete && !m_box.isEmpty() && m_letters * qsizetype(m_layers.size()) <= mostPairs;
    }

    bool hidesText() const
    {
        // What a widely used program leaves on every document that it makes, and says nothing of this one.
        static constexpr QByteArrayView known = "PoweredbyTCPDF(www.tcpdf.org)";
        QByteArray hidden;
        for (qsizetype i = 0; m_sure && i < qsizetype(m_marks.marks.size()) && hidden.size() <= known.size(); ++i) {
            const Mark &mark = m_marks.marks[std::size_t(i)];
            if (mark.kind == Mark::Kind::Letter && isHidden(i))
                hidden += mark.says < 128 ? char(mark.says) : '?';
        }
        return hidden.size() >= fewLetters && hidden != known;
    }

    bool usesOtherFonts() const
    {
        return std::any_of(m_marks.marks.begin(), m_marks.marks.end(), [](const Mark &mark) {
            return mark.kind == Mark::Kind::Letter && mark.outside && !mark.unseen && !mark.cut;
        });
    }

    bool hasTextUnder(const QRectF &box) const
    {
        return std::count_if(m_marks.marks.begin(), m_marks.marks.end(), [&](const Mark &mark) {
                   return mark.kind == Mark::Kind::Letter && !mark.unseen && !mark.cut && mark.run < leader &&
                          box.contains(mark.at.center());
               }) >= fewBelow;
    }

private:
    bool isHidden(qsizetype order) const
    {
        const Mark &letter = m_marks.marks[std::size_t(order)];
        const QPointF centre = letter.at.center();
        if (letter.cut)
            return !letter.at.intersects(m_box); // what a path cuts off is part of a drawing
        std::optional<quint32> paper = 0xffffff;
        bool picture = false, covered = false;
        for (const Layer &layer : m_layers) {
            if (!layer.at.contains(centre))
                continue;
            picture |= layer.picture;
            if (layer.order < order)
                paper = layer.hides && !layer.picture ? layer.colour : std::nullopt;
            else
                covered |= layer.hides && (layer.order != above || letter.run < leader);
        }
        if (letter.unseen)
            return !picture;
        return covered || (paper && paper == letter.colour) || (letter.size > 0 && letter.size < smallest);
    }

    PageMarks m_marks;
    QRectF m_box;
    std::vector<Layer> m_layers;
    qsizetype m_letters = 0;
    bool m_sure = false;
};

// Of the page, or of what it hangs from (§7.7.3.4).
PdfValue resourcesOf(const PdfFile &file, const PdfValue &page)
{
    PdfValue node = page;
    for (int depth = 0; depth < 32 && node.isDict(); ++depth) {
        if (!node["Resources"].isNull())
            return node["Resources"];
        node = file.resolved(node["Parent"]).valueOr({});
    }
    return {};
}

int missingFrom(const PdfFile &file, const PdfValue &page)
{
    int missing = 0;
    const auto look = [&](const PdfValue &ref) {
        const auto entry = ref.isRef() ? file.entry(ref.target().number) : std::nullopt;
        missing += ref.isRef() && (!entry || entry->kind == XrefEntry::Kind::Free) ? 1 : 0;
        return file.resolved(ref).valueOr({});
    };
    const PdfArray parts = look(page["Contents"]).items();
    for (const PdfValue &part : parts)
        (void)look(part);
    const PdfValue resources = look(resourcesOf(file, page));
    for (const char *kind : {"XObject", "Font", "ExtGState", "Pattern", "Shading", "ColorSpace"}) {
        const PdfDict named = look(resources[kind]).entries();
        for (const auto &[name, value] : named.entries())
            (void)look(value);
    }
    return missing;
}

qsizetype sizeOf(const PdfFile &file, const PdfValue &contents)
{
    qsizetype size = 0;
    const PdfValue list = file.resolved(contents).valueOr({});
    for (const PdfValue &part : list.isArray() ? list.items() : PdfArray{contents}) {
        const auto object = part.isRef() ? file.object(part.target()) : Result<PdfObject>(PdfObject());
        size += object.ok() ? object.value().data.size() : 0;
    }
    return size;
}

} // namespace

PageLook lookAtPages(const PdfFile &file)
{
    constexpr qint64 hidden = 2, notViewed = 32;
    PageLook out;
    std::set<int> empty;
    const FormFields form = formFields(file);
    for (const FormField &field : form.fields) {
        if (field.type == "Sig" && file.resolved(field.value).valueOr({}).isNull()) {
            for (const PdfRef &widget : field.widgets)
                empty.insert(widget.number);
        }
    }
    qsizetype bytes = 0;
    for (const PdfRef &ref : pagesOf(file, mostPages)) {
        const PdfValue dict = file.resolved(PdfValue::ref(ref)).valueOr({});
        bytes += sizeOf(file, dict["Contents"]);
        if (bytes > mostBytes)
            break;
        const Page page(file, ref);
        out.hiddenText += page.hidesText() ? 1 : 0;
        out.otherFonts += page.usesOtherFonts() ? 1 : 0;
        out.missingParts += missingFrom(file, dict);
        const PdfArray notes = file.resolved(dict["Annots"]).valueOr({}).items();
        for (const PdfValue &item : notes) {
            const PdfDict widget = file.resolved(item).valueOr({}).entries();
            if (item.isRef() && empty.contains(item.target().number) &&
                (file.resolved(widget["F"]).valueOr({}).toInt() & (hidden | notViewed)) == 0)
                out.emptySignatures += page.hasTextUnder(rectOf(file, widget)) ? 1 : 0;
        }
    }
    return out;
}

} // namespace carriel::signing
