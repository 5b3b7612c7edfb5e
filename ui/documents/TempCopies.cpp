// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/TempCopies.h"

#include "core/domain/NameRules.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"
#include "ui/viewer/Background.h"
#include "ui/widgets/UndoStack.h"

#include <QCryptographicHash>
#include <QDesktopServices>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QPointer>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QUrl>

namespace carriel::ui {

namespace {

constexpr int quietFor = 700; // ms
constexpr qint64 mostDragged = 200 * 1024 * 1024;

QString rootFolder()
{
    // The runtime folder lives in memory and is this user's alone, where the system has one.
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString base = QFileInfo(runtime).isWritable() ? runtime : QDir::tempPath();
    return base + QStringLiteral("/carriel-open-") + qEnvironmentVariable("USER", QStringLiteral("user"));
}

QByteArray digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) ? hash.result() : QByteArray();
}

} // namespace

void wipeFile(const QString &path)
{
    QFile file(path);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.open(QIODevice::ReadWrite)) {
        const QByteArray zeros(256 * 1024, '\0');
        for (qint64 left = file.size(); left > 0; left -= zeros.size())
            file.write(zeros.constData(), qMin<qint64>(left, zeros.size()));
        file.flush();
        file.close();
    }
    file.remove();
}

void wipeFolder(const QString &folder)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext())
        wipeFile(files.next());
    QDir(folder).removeRecursively();
}

void wipeLeftovers(const QString &root, const QString &keep)
{
    const QFileInfoList runs = QDir(root).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &run : runs) {
        if (run.filePath() == keep || run.isSymLink())
            continue;
        QLockFile lock(run.filePath() + QStringLiteral(".lock"));
        lock.setStaleLockTime(0);
        if (!lock.tryLock())
            continue; // another Carriel that still runs
        wipeFolder(run.filePath());
    }
}

TempCopies::TempCopies(const PageContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(quietFor);
    connect(&m_settle, &QTimer::timeout, this, &TempCopies::settle);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &TempCopies::changed);
    // What a run that was killed left behind.
    inBackground([root = rootFolder()] {
        wipeLeftovers(root, {});
        return true;
    });
    // Programs that write anew and rename: the file's own watch is lost, the folder's is not.
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] {
        for (auto it = m_copies.cbegin(); it != m_copies.cend(); ++it)
            changed(it.key());
    });
}

TempCopies::~TempCopies() { wipe(); }

bool TempCopies::makeFolder()
{
    if (!m_folder.isEmpty() && QFileInfo(m_folder).isDir())
        return true;
    const QString root = rootFolder();
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkdir(root, ownerOnly)) {
        const QFileInfo there(root); // someone else may have put it there
        if (!there.isDir() || there.isSymLink() || !QFile::setPermissions(root, ownerOnly))
            return false;
    }
    m_folder = root + QLatin1Char('/') + QString::number(QRandomGenerator::system()->generate64(), 16);
    if (!QDir().mkdir(m_folder, ownerOnly)) {
        m_folder.clear();
        return false;
    }
    m_lock = std::make_unique<QLockFile>(m_folder + QStringLiteral(".lock"));
    m_lock->setStaleLockTime(0);
    m_lock->lock();
    m_watcher.addPath(m_folder);
    return true;
}

QString TempCopies::placeFor(const DocumentRow &row)
{
    // A folder of its own for each document, so that two with one name do not meet.
    const QString folder = m_folder + QLatin1Char('/') + row.id.text();
    QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder + QLatin1Char('/') + NameRules().fitted(row.name);
}

QList<QUrl> TempCopies::filesFor(const QList<DocumentRow> &rows)
{
    QList<QUrl> urls;
    qint64 left = mostDragged;
    if (!makeFolder())
        return urls;
    for (const DocumentRow &row : rows) {
        const std::unique_ptr<QIODevice> device = row.type == ItemType::Document ? m_context.session.documents().open(row.id) : nullptr;
        if (!device || row.size > left || (!device->isOpen() && !device->open(QIODevice::ReadOnly)))
            continue;
        QFile file(placeFor(row));
        if (!file.exists()) {
            if (!file.open(QIODevice::WriteOnly))
                continue;
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            while (!device->atEnd()) {
                const QByteArray part = device->read(1024 * 1024);
                if (part.isEmpty() || file.write(part) != part.size())
                    break;
            }
            left -= row.size;
        }
        urls << QUrl::fromLocalFile(file.fileName());
    }
    return urls;
}

void TempCopies::copyOut(const DocumentRow &row, std::function<void(const QString &)> then)
{
    if (!makeFolder()) {
        m_context.host.say(tr("No private place for a temporary copy could be made."));
        return;
    }
    const QString path = placeFor(row);
    if (m_copies.contains(path)) { // open already: the person's changes in it stay
        then(path);
        return;
    }
    m_context.session.documents()
        .exportTo(row.id, path, {}, {})
        .then(this, [this, row, path, then = std::move(then)](const Outcome &outcome) {
            if (!outcome.ok()) {
                m_context.host.showError(outcome.error());
                return;
            }
            QFile::setPermissions(path, row.official ? QFile::Permissions(QFile::ReadOwner) : QFile::ReadOwner | QFile::WriteOwner);
            m_copies.insert(path, {row, digestOf(path)});
            m_watcher.addPath(path);
            m_watcher.addPath(QFileInfo(path).path());
            then(path);
        });
}

void TempCopies::open(const DocumentRow &row)
{
    acts::whenHere(m_context, row, [this, row, self = QPointer<TempCopies>(this)] {
        if (!self)
            return;
        copyOut(row, [this](const QString &path) {
            if (handOver)
                handOver(path);
            else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
                m_context.host.say(tr("No program for this kind of document was found on this computer."));
        });
    });
}

void TempCopies::changed(const QString &path)
{
    if (!m_copies.contains(path))
        return;
    if (!m_touched.contains(path))
        m_touched << path;
    m_settle.start();
}

void TempCopies::settle()
{
    const QStringList touched = std::exchange(m_touched, {});
    for (const QString &path : touched) {
        if (!m_watcher.files().contains(path) && QFileInfo::exists(path))
            m_watcher.addPath(path);
        inBackground([path] { return digestOf(path); }).then(this, [this, path](const QByteArray &digest) {
            const auto it = m_copies.find(path);
            if (it == m_copies.end() || digest.isEmpty() || digest == it->digest)
                return;
            it->digest = digest;
            save(path);
        });
    }
}

// Not asked: a question that nobody answers in time would cost the person's work, and a version more costs nothing.
void TempCopies::save(const QString &path)
{
    const DocumentRow row = m_copies.value(path).row;
    m_context.session.documents().addVersion(row.id, path).then(this, [this, path, row](const Outcome &outcome) {
        if (!outcome.ok()) {
            if (const auto it = m_copies.find(path); it != m_copies.end())
                it->digest.clear(); // the next change tries again
            m_context.host.showError(outcome.error());
            return;
        }
        m_context.host.say(
            tr("What you changed in “%1” in another program was saved as a new version. The earlier ones are kept.")
                .arg(row.name),
            tr("See versions"), [host = &m_context.host, row] {
                host->open(QStringLiteral("history"), {{QStringLiteral("id"), row.id.text()}});
            });
    });
}

void TempCopies::wipe()
{
    if (m_folder.isEmpty())
        return;
    if (const QStringList watched = m_watcher.files() + m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    m_settle.stop();
    m_touched.clear();
    m_copies.clear();
    wipeFolder(m_folder);
    m_folder.clear();
    m_lock.reset(); // removes its file
}

} // namespace carriel::ui
