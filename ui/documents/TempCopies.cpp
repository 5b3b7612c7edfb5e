// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/TempCopies.h"

#include "core/domain/NameRules.h"
#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "ui/documents/Acts.h"
#include "ui/documents/OtherProgram.h"
#include "ui/viewer/Background.h"
#include "ui/widgets/UndoStack.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QRandomGenerator>
#include <QUrl>

namespace carriel::ui {

namespace {

constexpr int quietFor = 700; // ms

} // namespace

TempCopies::TempCopies(const PageContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(quietFor);
    connect(&m_settle, &QTimer::timeout, this, &TempCopies::settle);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &TempCopies::changed);
    connect(&context.session, &Session::aboutToLock, this, &TempCopies::takeIn);
    connect(&context.session, &Session::vaultStateChanged, this, &TempCopies::recover);
    recover();
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
    const QString root = copiesRoot();
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
    qint64 left = mostGiven;
    if (!makeFolder())
        return urls;
    for (const DocumentRow &row : rows) {
        const std::unique_ptr<QIODevice> device = row.type == ItemType::Document ? m_context.session.documents().open(row.id) : nullptr;
        if (!device || row.size > left || (!device->isOpen() && !device->open(QIODevice::ReadOnly)))
            continue;
        QFile file(placeFor(row));
        const auto isOld = [&] { // of an earlier drop, before a newer version; what another program has open stays
            const auto details = m_copies.contains(file.fileName()) ? std::nullopt : m_context.session.documents().details(row.id);
            return details && details->sha256 != digestOfFile(file.fileName());
        };
        if (!file.exists() || isOld()) {
            if (!file.open(QIODevice::WriteOnly))
                continue;
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            bool whole = true;
            while (whole && !device->atEnd()) {
                const QByteArray part = device->read(1024 * 1024);
                whole = !part.isEmpty() && file.write(part) == part.size();
            }
            if (!whole) { // a short file would be taken for the document
                file.remove();
                continue;
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
            QFile::setPermissions(path, row.official ? QFile::Permissions(QFile::ReadOwner)
                                                     : QFile::ReadOwner | QFile::WriteOwner);
            const Copy copy{row, digestOfFile(path), QFileInfo(path).lastModified()};
            m_copies.insert(path, copy);
            writeNote(path, m_context.session.dir(), row.id, row.name, copy.digest);
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
        copyOut(row, [this, row](const QString &path) {
            if (handOver)
                handOver(path);
            else
                openInOtherProgram(path, this, [this, row](bool opened) { sayOpened(row, opened); });
        });
    });
}

void TempCopies::sayOpened(const DocumentRow &row, bool opened)
{
    if (m_context.session.vaultState() != VaultState::Unlocked)
        return;
    if (!opened)
        m_context.host.say(tr("No program of this computer opens “%1”. You can save a copy and take it to one that does.").arg(row.name),
                           tr("Save a copy…"), [self = QPointer<TempCopies>(this), row] {
                               if (self)
                                   Q_EMIT self->copyAsked(row);
                           });
    else if (row.official)
        m_context.host.say(tr("“%1” was opened in another program, to be read only.").arg(row.name));
    else
        m_context.host.say(tr("“%1” was opened in another program. What you save there becomes a new version here.").arg(row.name));
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
        inBackground([path] { return digestOfFile(path); }).then(this, [this, path](const QByteArray &digest) {
            const auto it = m_copies.find(path);
            if (it != m_copies.end() && !digest.isEmpty() && digest != it->digest)
                save(path, digest);
        });
    }
}

// The watch tells of a change a moment later, and waits for quiet: too late for what is locked now.
void TempCopies::takeIn()
{
    m_settle.stop();
    m_touched.clear();
    const QStringList paths = m_copies.keys();
    for (const QString &path : paths) {
        const Copy copy = m_copies.value(path);
        const QFileInfo file(path);
        if (!file.exists() || (file.lastModified() == copy.written && file.size() == copy.row.size))
            continue;
        const QByteArray digest = digestOfFile(path);
        if (!digest.isEmpty() && digest != copy.digest)
            save(path, digest);
    }
}

// Not asked: a question that nobody answers in time would cost the person's work, and a version more costs nothing.
void TempCopies::save(const QString &path, const QByteArray &digest)
{
    Copy &copy = m_copies[path];
    copy.digest = digest;
    m_context.session.documents()
        .addVersion(copy.row.id, path)
        .then(this, [this, path, digest, row = copy.row](const Outcome &outcome) {
            const auto it = m_copies.find(path);
            if (!outcome.ok()) {
                if (it != m_copies.end() && it->digest == digest)
                    it->digest.clear(); // the next change tries again
                m_context.host.showError(outcome.error());
                return;
            }
            writeNote(path, m_context.session.dir(), row.id, row.name, digest);
            if (it == m_copies.end())
                wipeLeftovers(copiesRoot()); // it was only waiting for this
            sayTakenIn(row.id, row.name);
        });
}

void TempCopies::sayTakenIn(const ItemId &id, const QString &name)
{
    if (m_context.session.vaultState() != VaultState::Unlocked)
        return; // nothing of a document on a locked screen
    m_context.host.say(
        tr("What you changed in “%1” in another program was saved as a new version. The earlier ones are kept.")
            .arg(name),
        tr("See versions"), [host = &m_context.host, id] {
            host->open(QStringLiteral("history"), {{QStringLiteral("id"), id.text()}});
        });
}

void TempCopies::recover()
{
    inBackground([root = copiesRoot()] {
        wipeLeftovers(root);
        return unsavedCopies(root);
    }).then(this, [this](const QList<UnsavedCopy> &copies) {
        for (const UnsavedCopy &copy : copies) {
            if (!m_recovering.contains(copy.path))
                recoverOne(copy);
        }
    });
}

void TempCopies::recoverOne(const UnsavedCopy &copy)
{
    if (m_context.session.vaultState() != VaultState::Unlocked || copy.profile != m_context.session.dir())
        return;
    const auto taken = [copy] {
        wipeFile(copy.path);
        wipeFile(copy.note);
        wipeLeftovers(copiesRoot());
    };
    const auto details = m_context.session.documents().details(copy.item);
    if (details && details->sha256 == copy.digest) { // taken in, and only the note was not written any more
        taken();
        return;
    }
    m_recovering.insert(copy.path);
    m_context.session.documents()
        .addVersion(copy.item, copy.path)
        .then(this, [this, copy, taken](const Outcome &outcome) {
            m_recovering.remove(copy.path);
            if (!outcome.ok()) {
                m_context.host.showError(
                    outcome.error()); // it stays where it is, and is tried again at the next unlocking
                return;
            }
            taken();
            sayTakenIn(copy.item, copy.name);
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
    m_folder.clear();
    m_lock.reset();              // removes its file
    wipeLeftovers(copiesRoot()); // as after a crash: what is not in the vault waits for the next unlocking
}

} // namespace carriel::ui
