// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/sign/SafeToSign.h"

#include "core/signing/pdf/FormFields.h"
#include "core/signing/pdf/PdfCrypt.h"
#include "core/signing/pdf/PdfLexer.h"
#include "core/signing/pdf/QpdfOpinion.h"
#include "core/signing/sign/PageLook.h"

#include <algorithm>
#include <array>
#include <map>

namespace carriel::signing {

namespace {

using Kind = SafetyNote::Kind;
constexpr int mostObjects = 500'000;

class Looker
{
public:
    Looker(QByteArrayView bytes, const QByteArray &password) : m_bytes(bytes), m_password(password) {}

    QList<SafetyNote> run()
    {
        if (open())
            look();
        QList<SafetyNote> notes;
        for (const auto &[kind, count] : m_counts)
            notes += SafetyNote{kind, count};
        return notes;
    }

private:
    void note(Kind kind, int count = 1)
    {
        if (count > 0)
            m_counts[kind] += count;
    }

    bool open()
    {
        if (m_bytes.first(std::min<qsizetype>(m_bytes.size(), 1024)).indexOf("%PDF-") < 0) {
            note(Kind::NotPdf);
            return false;
        }
        auto own = PdfFile::open(m_bytes);
        if (!own.ok()) {
            note(Kind::Damaged);
            own = rescued(m_bytes);
        }
        if (!own.ok()) {
            note(Kind::Unreadable);
            return false;
        }
        m_file = std::move(own).value();
        if (!m_file->trailer().contains("Encrypt"))
            return true;
        note(Kind::Encrypted);
        auto encryption = encryptionOf(m_bytes, m_password);
        if (!encryption.ok() || encryption.value().key.isEmpty()) {
            note(Kind::Unreadable);
            return false;
        }
        m_crypt = std::make_unique<PdfCrypt>(std::move(encryption).value());
        m_file->setDecryptor([crypt = m_crypt.get()](const PdfObject &stream) { return crypt->plainStream(stream); });
        return true;
    }

    void look()
    {
        const int size = std::min(m_file->size(), mostObjects);
        if (size < m_file->size())
            note(Kind::Unreadable);
        for (int number = 0; number < size; ++number) {
            const auto entry = m_file->entry(number);
            if (!entry || entry->kind == XrefEntry::Kind::Free)
                continue;
            if (entry->kind == XrefEntry::Kind::At && isDull(entry->offset))
                continue;
            const auto object = m_file->object({number, entry->kind == XrefEntry::Kind::At ? entry->generation : 0});
            if (!object.ok()) {
                note(Kind::Unreadable);
                continue;
            }
            value(object.value().value, 0);
            // Bytes of a stream that lie in another file (§7.3.8.2).
            if (object.value().isStream && object.value().value.entries().contains("F"))
                note(Kind::ExternalContent);
        }
        document();
    }

    // A small object without any name that is looked for, nor one that could be written in another way. Where there are
    // hundreds of thousands, reading each takes longer than signing; so this is written to be fast.
    bool isDull(qint64 offset) const
    {
        static constexpr std::array names{"JS",     "JavaScript", "Launch", "SubmitForm", "ImportData", "GoTo",  "URI",
                                          "EF",     "FS",         "Ref",    "RichMedia",  "3D",         "Movie", "Sound",
                                          "Screen", "Rect",       "F ",     "F(",         "F<",         "F/",    "F\n",
                                          "F\r",    "F[",         "F\t",    "ByteRange"};
        static constexpr std::array<bool, 256> beginsOne = [] {
            std::array<bool, 256> all{};
            for (const char *name : names)
                all[static_cast<unsigned char>(*name)] = true;
            return all;
        }();
        constexpr qsizetype most = 4096;
        if (offset < 0 || offset >= m_bytes.size())
            return false;
        QByteArrayView object = m_bytes.sliced(offset, std::min(most, m_bytes.size() - offset));
        const qsizetype end = endOf(object);
        if (end < 0)
            return false;
        object = object.first(end);
        // Names by their codes; and an end that may stand in a string or a comment.
        unsigned char special = 0;
        short open = 0;
        for (const char c : object) {
            special |= static_cast<unsigned char>((c == '#') | (c == '\\') | (c == '%'));
            open = static_cast<short>(open + (c == '(') - (c == ')'));
        }
        if (special || open != 0)
            return false;
        for (qsizetype at = object.indexOf('/'); at >= 0; at = object.indexOf('/', at + 1)) {
            const QByteArrayView name = object.sliced(at + 1);
            if (name.isEmpty() || !beginsOne[static_cast<unsigned char>(name.front())])
                continue;
            if (std::any_of(names.begin(), names.end(), [&](const char *one) { return name.startsWith(one); }))
                return false;
        }
        return true;
    }

    // Where `endobj` stands first, looked for by its rarest letter; -1 if nowhere.
    static qsizetype endOf(QByteArrayView object)
    {
        constexpr QByteArrayView word = "endobj";
        constexpr qsizetype before = word.size() - 1;
        for (qsizetype at = object.indexOf('j'); at >= 0; at = object.indexOf('j', at + 1)) {
            if (at >= before && object.sliced(at - before, word.size()) == word)
                return at - before;
        }
        return -1;
    }

    void value(const PdfValue &what, int depth)
    {
        if (depth > 64)
            return note(Kind::Unreadable);
        for (const PdfValue &item : what.items())
            value(item, depth + 1);
        if (!what.isDict())
            return;
        dictionary(what.entries());
        for (const auto &[key, entry] : what.entries().entries())
            value(entry, depth + 1);
    }

    void dictionary(const PdfDict &dict)
    {
        m_signatures += dict.contains("ByteRange") && dict.contains("Contents") ? 1 : 0;
        const PdfValue action = now(dict["S"]), subtype = now(dict["Subtype"]);
        const auto is = [](const PdfValue &given, std::initializer_list<const char *> names) {
            return std::any_of(names.begin(), names.end(), [&](const char *one) { return given.isName(one); });
        };
        if (dict.contains("JS") || action.isName("JavaScript"))
            note(Kind::Script);
        else if (is(action, {"Launch", "SubmitForm", "ImportData", "GoToR", "GoToE"}))
            note(Kind::Action);
        else if (action.isName("URI"))
            note(Kind::Link);
        if (dict.contains("EF"))
            note(Kind::Attachment);
        else if (now(dict["FS"]).isName("URL") || dict.contains("Ref"))
            note(Kind::ExternalContent);
        if (is(subtype, {"RichMedia", "3D", "Movie", "Sound", "Screen"}))
            note(Kind::Media);
        constexpr qint64 hidden = 2, notViewed = 32;
        if (dict.contains("Rect") && (now(dict["F"]).toInt() & (hidden | notViewed)) &&
            !now(dict["FT"]).isName("Sig") && !subtype.isName("Popup"))
            note(Kind::HiddenNote);
    }

    void document()
    {
        const PdfValue root = now(m_file->trailer()["Root"]);
        const PdfValue layers = now(now(root["OCProperties"])["D"]);
        if (!now(layers["OFF"]).items().empty() || now(layers["BaseState"]).isName("OFF") ||
            !now(layers["AS"]).items().empty())
            note(Kind::HiddenLayer);
        if (now(root["AcroForm"]).entries().contains("XFA"))
            note(Kind::Xfa);
        const FormFields form = formFields(*m_file);
        note(Kind::Unreadable, int(form.troubles.size()));
        const auto open = std::count_if(form.fields.begin(), form.fields.end(), [](const FormField &field) {
            return !field.type.isEmpty() && field.type != "Sig";
        });
        note(Kind::Form, int(open));
        if (const PdfValue data = root["Metadata"]; data.isRef()) {
            const auto object = m_file->object(data.target());
            const auto text = object.ok() && object.value().isStream ? m_file->decoded(object.value()) : Result<QByteArray>(QByteArray());
            note(Kind::Archive, text.ok() && (text.value().contains("pdfaid:part") || text.value().contains("pdfuaid:part")) ? 1 : 0);
        }
        if (!now(now(root["Perms"])["DocMDP"]).isNull())
            note(Kind::Certified);
        const PageLook pages = lookAtPages(*m_file);
        note(Kind::HiddenText, pages.hiddenText);
        note(Kind::MissingPart, pages.missingParts);
        note(Kind::OtherFont, pages.otherFonts);
        note(Kind::EmptySignature, pages.emptySignatures);
        const std::vector<SignatureValue> values = signatureValues(*m_file, form);
        note(Kind::LostSignature, m_signatures - int(values.size()) - usageRights(*m_file));
        note(Kind::EarlierSignature, int(std::count_if(values.begin(), values.end(),
                                                       [](const SignatureValue &one) { return !one.timestamp; })));
        if (values.empty())
            return;
        const qint64 end = values.back().byteRange[2] + values.back().byteRange[3];
        const QByteArrayView rest = end <= m_bytes.size() ? m_bytes.sliced(end) : QByteArrayView();
        if (std::any_of(rest.begin(), rest.end(), [](char c) { return !PdfLexer::isSpace(c); }))
            note(Kind::LaterChange);
    }

    PdfValue now(const PdfValue &what) const { return m_file->resolved(what).valueOr({}); }

    QByteArrayView m_bytes;
    QByteArray m_password;
    std::optional<PdfFile> m_file;
    std::unique_ptr<PdfCrypt> m_crypt;
    std::map<Kind, int> m_counts;
    int m_signatures = 0; // dictionaries that are one, of a form or not
};

} // namespace

bool SafetyNote::serious() const
{
    switch (kind) {
    case Kind::Link:
    case Kind::Attachment:
    case Kind::OtherFont:
    case Kind::Form:
    case Kind::Archive:
    case Kind::Certified:
    case Kind::EarlierSignature:
    case Kind::Encrypted:
    case Kind::NotPdf:
        return false;
    default:
        return true;
    }
}

QString name(SafetyNote::Kind kind)
{
    static constexpr std::array names{
        "script",       "action",  "external",  "link",       "attachment", "hidden_layer",
        "hidden_note",  "hidden_text", "missing_part", "other_font", "empty_signature", "form",    "xfa",       "media", "archive",     "certified",  "earlier_signature",
        "later_change", "bad_signature", "damaged", "encrypted", "unreadable", "not_pdf"};
    return QString::fromLatin1(names[std::size_t(kind)]);
}

QList<SafetyNote> safetyNotes(QByteArrayView bytes, const QByteArray &password)
{
    return Looker(bytes, password).run();
}

} // namespace carriel::signing
