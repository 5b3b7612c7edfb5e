// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/verify/DocumentData.h"

#include <QXmlStreamReader>
#include <array>

namespace carriel::signing {

namespace {

struct Meaning
{
    const char *name;
    const char *about; // null: written by every program that saves
};

constexpr std::array ofInfo{Meaning{"Title", "title"},     Meaning{"Author", "author"},
                            Meaning{"Subject", "subject"}, Meaning{"Keywords", "keywords"},
                            Meaning{"Creator", "program"}, Meaning{"CreationDate", "date of creation"},
                            Meaning{"ModDate", nullptr},   Meaning{"Producer", nullptr}};

// By local names: every one of them means one thing only, in whichever of the usual namespaces.
constexpr std::array ofXmp{Meaning{"title", "title"},
                           Meaning{"creator", "author"},
                           Meaning{"description", "subject"},
                           Meaning{"subject", "keywords"},
                           Meaning{"Keywords", "keywords"},
                           Meaning{"CreatorTool", "program"},
                           Meaning{"CreateDate", "date of creation"},
                           Meaning{"ModifyDate", nullptr},
                           Meaning{"MetadataDate", nullptr},
                           Meaning{"Producer", nullptr}};

constexpr QLatin1String rdf("http://www.w3.org/1999/02/22-rdf-syntax-ns#");

template <typename Table> std::optional<QString> aboutOf(const Table &table, const QString &name)
{
    for (const Meaning &one : table) {
        if (name == QLatin1String(one.name))
            return one.about ? std::optional(QString::fromLatin1(one.about)) : std::nullopt;
    }
    return name;
}

// Numbers of versions and their history (mm/), and of the events in it.
bool isOfVersions(QStringView space)
{
    return space.startsWith(QLatin1String("http://ns.adobe.com/xap/1.0/mm/")) ||
           space.startsWith(QLatin1String("http://ns.adobe.com/xap/1.0/sType/"));
}

void add(DocumentData &data, const QString &about, const QString &value)
{
    const QString text = value.simplified();
    if (text.isEmpty())
        return;
    QString &all = data[about];
    if (all != text) // the same is often said twice: subject and Keywords
        all += all.isEmpty() ? text : QString(u'\n' + text);
}

} // namespace

DocumentData dataOfInfo(const PdfDict &info, const std::function<QString(const PdfValue &)> &text)
{
    DocumentData data;
    for (const auto &[name, value] : info.entries()) {
        if (const auto about = aboutOf(ofInfo, QString::fromLatin1(name)))
            add(data, *about, value.isString() ? text(value) : QString::fromLatin1(written(value)));
    }
    return data;
}

std::optional<DocumentData> dataOfXmp(const QByteArray &packet)
{
    DocumentData data;
    QXmlStreamReader xml(packet);
    xml.setEntityExpansionLimit(0);
    QList<std::optional<QString>> path; // what each open element is about; nothing: to be left out
    bool sawRdf = false;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
            return std::nullopt;
        case QXmlStreamReader::StartElement: {
            const bool frame = xml.namespaceUri() == rdf || xml.namespaceUri() == QLatin1String("adobe:ns:meta/");
            sawRdf |= xml.namespaceUri() == rdf;
            if (path.size() > 64)
                return std::nullopt;
            const bool top = path.isEmpty() || path.last() == QString();
            if (frame)
                path += path.isEmpty() ? std::optional(QString()) : path.last();
            else if (!top) // a part of a property belongs to it
                path += path.last();
            else
                path += isOfVersions(xml.namespaceUri()) ? std::nullopt : aboutOf(ofXmp, xml.name().toString());
            for (const QXmlStreamAttribute &one : xml.attributes()) {
                const QStringView space = one.namespaceUri();
                if (space.isEmpty() || space == rdf || one.qualifiedName().startsWith(QLatin1String("xml:")) ||
                    space == QLatin1String("adobe:ns:meta/"))
                    continue;
                const auto about = !path.last() || isOfVersions(space) ? std::nullopt
                                   : path.last()->isEmpty()            ? aboutOf(ofXmp, one.name().toString())
                                                                       : path.last();
                if (about)
                    add(data, *about, one.value().toString());
            }
            break;
        }
        case QXmlStreamReader::EndElement:
            path.removeLast();
            break;
        case QXmlStreamReader::Characters:
            if (!path.isEmpty() && path.last() && !path.last()->isEmpty())
                add(data, *path.last(), xml.text().toString());
            break;
        default:
            break;
        }
    }
    if (xml.hasError() || !sawRdf)
        return std::nullopt;
    return data;
}

QStringList changedData(const DocumentData &was, const DocumentData &is)
{
    QStringList names;
    for (auto it = was.begin(); it != was.end(); ++it) {
        if (is.value(it.key()) != it.value())
            names += it.key();
    }
    for (auto it = is.begin(); it != is.end(); ++it) {
        if (!was.contains(it.key()) && !it.value().isEmpty())
            names += it.key();
    }
    return names;
}

} // namespace carriel::signing
