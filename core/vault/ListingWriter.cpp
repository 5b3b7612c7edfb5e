// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/ListingWriter.h"

#include "core/crypto/Sealed.h"
#include "core/sync/Rows.h"
#include "core/vault/ListingSchema.h"
#include "core/vault/RowCodec.h"

namespace carriel::vault {

namespace {
constexpr qsizetype maxTextChars = 1 << 20;

// FNV-1a: only tells whether the words of a row have to be indexed anew.
qint64 digestOf(std::initializer_list<QString> words)
{
    quint64 hash = 14695981039346656037u;
    for (const QString &word : words) {
        for (const QChar c : word)
            hash = (hash ^ c.unicode()) * 1099511628211u;
        hash = (hash ^ 0x10000u) * 1099511628211u;
    }
    return qint64(hash);
}
} // namespace

QString sortKey(const QString &name)
{
    const QString plain = name.toCaseFolded().normalized(QString::NormalizationForm_D);
    QString key;
    key.reserve(plain.size() + 8);
    for (qsizetype i = 0; i < plain.size(); ++i) {
        const QChar c = plain.at(i);
        if (c.isDigit()) {
            qsizetype end = i;
            while (end < plain.size() && plain.at(end).isDigit())
                ++end;
            while (i + 1 < end && plain.at(i).digitValue() == 0)
                ++i;
            // Its length first, so that 9 stands before 10; a digit still sorts before every letter.
            key.append(QLatin1Char('0'));
            key.append(QChar(ushort('0' + qMin<qsizetype>(end - i, 60))));
            key.append(QStringView(plain).mid(i, end - i));
            i = end - 1;
        } else if (c.category() == QChar::Mark_NonSpacing) {
            if (c.unicode() == 0x303 && key.endsWith(QLatin1Char('n')))
                key.append(QChar(0x7f));
        } else {
            key.append(c);
        }
    }
    return key;
}

void ListingWriter::forget()
{
    m_items.clear();
    m_blobs.clear();
}

Outcome ListingWriter::finish()
{
    for (const BlobId &blob : std::as_const(m_blobs)) {
        Statement row = m_db.query("SELECT i.id FROM version v CROSS JOIN item i ON i.id=v.item AND i.l_version=v.id WHERE v.blob=?",
                                   blob.text());
        for (;;) {
            CARRIEL_TRY(const bool found, row.next());
            if (!found)
                break;
            m_items.insert(ItemId(row.text(0)));
        }
    }
    for (const ItemId &item : std::as_const(m_items))
        CARRIEL_CHECK(refresh(item));
    forget();
    return {};
}

Outcome ListingWriter::refresh(const ItemId &item)
{
    Statement row = m_db.query(
        "SELECT i.n,i.type,i.l_parent,i.l_state,i.l_name,i.l_meta,i.facts,i.l_version,v.media_type,v.created,b.size,b.state,b.on_server,"
        "l.modified,l.words,l.labels,t.version," CARRIEL_STANDING " FROM item i LEFT JOIN version v ON v.id=i.l_version LEFT JOIN blob b ON b.id=v.blob "
        "LEFT JOIN listing l ON l.n=i.n LEFT JOIN document_text t ON t.n=i.n WHERE i.id=?",
        item.text());
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return {};
    const qint64 n = row.integer(0);
    const auto state = ItemState(row.integer(3));
    if (state == ItemState::Removed)
        return erase(n);

    const bool document = ItemType(row.integer(1)) == ItemType::Document;
    const QString name = row.text(4);
    const ItemMeta meta = metaFrom(row.bytesView(5));
    const ServerFacts facts = factsFrom(row.bytesView(6));
    const bool known = !row.isNull(14);
    // Of a document, when its content was made: not when it arrived at the operator, and not when it got a label.
    const QDateTime made = row.time(9);
    QDateTime modified = document && made.isValid() ? made : facts.modifiedUtc;
    if (!modified.isValid())
        modified = known ? row.time(13) : m_clock.nowUtc();
    const bool hasBytes = document && !row.isNull(11);
    const auto bytes = sync::BlobState(row.integer(11));
    const bool here = hasBytes && bytes == sync::BlobState::Verified;
    const bool onServer = hasBytes && row.flag(12);
    const bool missing = hasBytes && (bytes == sync::BlobState::Absent || bytes == sync::BlobState::Partial) && onServer
                         && state == ItemState::Active; // damaged ones wait for the person
    const bool sealed = (row.integer(17) & 1) != 0;
    const bool closed = sealed && name == item.text(); // its key is not here: it has no name and no words yet
    const qint64 size = sealed ? qMax<qint64>(0, crypto::plainSizeOf(row.integer(10))) : row.integer(10);
    const bool unread = here && !closed && state == ItemState::Active && row.integer(10) > 0 && row.text(16) != row.text(7);
    const QString labels = meta.labels().join(QLatin1Char('\n'));
    const QString note = meta.note();
    const QString about = meta.documentType() + QLatin1Char('\n') + facts.issuerName + QLatin1Char('\n') + facts.originalName;
    const qint64 words = digestOf({name, labels, note, about});

    if (!known || words != row.integer(14)) {
        QString body;
        if (!row.isNull(16)) {
            CARRIEL_TRY(body, text(n));
        }
        CARRIEL_CHECK(index(n, known, name, labels, note, about, body));
    }
    if ((known ? row.text(15) : QString()) != labels)
        CARRIEL_CHECK(putLabels(n, labels));
    return m_db
        .query("INSERT INTO listing(n,id,type,parent,state,sort_key,name,modified,size,media_type,favourite,official,expires,"
               "document_type,labels,issuer,here,missing,on_server,unread,words,head,standing) "
               "VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) "
               "ON CONFLICT(n) DO UPDATE SET parent=excluded.parent,state=excluded.state,sort_key=excluded.sort_key,"
               "name=excluded.name,modified=excluded.modified,size=excluded.size,media_type=excluded.media_type,"
               "favourite=excluded.favourite,official=excluded.official,expires=excluded.expires,"
               "document_type=excluded.document_type,labels=excluded.labels,issuer=excluded.issuer,here=excluded.here,"
               "missing=excluded.missing,on_server=excluded.on_server,unread=excluded.unread,words=excluded.words,"
               "head=excluded.head,standing=excluded.standing",
               n, item.text(), document ? 1 : 0, row.text(2), int(state), sortKey(name), name, modified,
               hasBytes ? size : qint64(0), present(document ? row.text(8) : QString()),
               meta.favourite(), facts.official, meta.expires(), textOrNull(meta.documentType()), textOrNull(labels),
               textOrNull(facts.issuerName), hasBytes ? (here ? 2 : 1) : 0, missing, onServer, unread, words,
               textOrNull(row.text(7)), row.integer(17))
        .run();
}

Outcome ListingWriter::putLabels(qint64 n, const QString &labels)
{
    CARRIEL_CHECK(m_db.query("DELETE FROM item_label WHERE n=?", n).run());
    for (const QString &label : labels.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        CARRIEL_CHECK(m_db.query("INSERT OR IGNORE INTO item_label(label,n) VALUES(?,?)", label, n).run());
    return {};
}

Outcome ListingWriter::index(qint64 n, bool known, const QString &name, const QString &labels, const QString &note,
                             const QString &about, const QString &body)
{
    if (known)
        CARRIEL_CHECK(m_db.query("DELETE FROM document_fts WHERE rowid=?", n).run());
    return m_db.query("INSERT INTO document_fts(rowid,name,labels,note,about,body) VALUES(?,?,?,?,?,?)", n, name, labels, note, about, body)
        .run();
}

Result<QString> ListingWriter::text(qint64 n)
{
    Statement row = m_db.query("SELECT packed FROM document_text WHERE n=?", n);
    CARRIEL_TRY(const bool found, row.next());
    const QByteArray packed = found ? row.bytes(0) : QByteArray();
    return packed.isEmpty() ? QString() : QString::fromUtf8(qUncompress(packed)); // nothing is what a picture says
}

Outcome ListingWriter::putText(qint64 n, const VersionId &version, const QString &text)
{
    const QString body = text.left(maxTextChars);
    const QByteArray packed = body.isEmpty() ? QByteArray("") : qCompress(body.toUtf8());
    CARRIEL_CHECK(m_db.query("INSERT INTO document_text(n,version,packed) VALUES(?,?,?) "
                             "ON CONFLICT(n) DO UPDATE SET version=excluded.version,packed=excluded.packed",
                             n, version.text(), packed)
                      .run());
    CARRIEL_CHECK(m_db.query("UPDATE listing SET unread=0 WHERE n=?", n).run());
    Statement row = m_db.query("SELECT l.name,l.labels,i.l_meta,i.facts FROM listing l JOIN item i ON i.n=l.n WHERE l.n=?", n);
    CARRIEL_TRY(const bool found, row.next());
    if (!found)
        return {};
    const ItemMeta meta = metaFrom(row.bytesView(2));
    const ServerFacts facts = factsFrom(row.bytesView(3));
    const QString about = meta.documentType() + QLatin1Char('\n') + facts.issuerName + QLatin1Char('\n') + facts.originalName;
    return index(n, true, row.text(0), row.text(1), meta.note(), about, body);
}

Outcome ListingWriter::erase(qint64 n)
{
    Statement row = m_db.query("SELECT 1 FROM listing WHERE n=?", n);
    CARRIEL_TRY(const bool known, row.next());
    if (!known)
        return {};
    CARRIEL_CHECK(m_db.query("DELETE FROM document_fts WHERE rowid=?", n).run());
    CARRIEL_CHECK(m_db.query("DELETE FROM document_text WHERE n=?", n).run());
    CARRIEL_CHECK(m_db.query("DELETE FROM item_label WHERE n=?", n).run());
    return m_db.query("DELETE FROM listing WHERE n=?", n).run();
}

} // namespace carriel::vault
