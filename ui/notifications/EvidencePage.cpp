// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/EvidencePage.h"

#include "core/services/Documents.h"
#include "core/services/FileEvidence.h"
#include "core/services/GivenProof.h"
#include "core/services/Notifications.h"
#include "core/services/Session.h"
#include "core/services/Signing.h"
#include "ui/notifications/Parts.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/EvidenceAdvice.h"
#include "ui/text/OwnStamp.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/FileDrop.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace carriel::ui {

EvidencePage::EvidencePage(const PageContext &context, QWidget *parent, Where where) : Page(context, parent), m_where(where)
{
    takeDroppedFile(this, [this](const QString &path) { enter({{QStringLiteral("path"), path}}); });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    m_title = addHead(theme(), QStringLiteral("evidence"), this, column, [this] { back(); });
    m_title->setTextFormat(Qt::PlainText);
    m_hint = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_hint->setObjectName(QStringLiteral("evidence.hint"));
    m_hint->setTextFormat(Qt::PlainText);
    column->addWidget(m_hint);
    column->addWidget(buildBar());
    m_column = new ContentColumn(QStringLiteral("evidence.column"), 110, this);
    m_column->alignLeft();
    column->addWidget(m_column, 1);
    if (m_where == Where::InFolder) {
        connect(&session(), &Session::notificationsChanged, this, [this] {
            if (isVisible() && !m_id.isEmpty())
                check();
        });
    }
    forget();
}

QWidget *EvidencePage::buildBar()
{
    auto *bar = new QWidget(this);
    new FlowLayout(bar, space::s);
    m_export = addButton(theme(), bar, QStringLiteral("evidence.export"), "download", tr("Save the evidence…"), this,
                         [this] { exportIt(); });
    m_choose = addButton(theme(), bar, QStringLiteral("evidence.choose"), "folder-open", tr("Verify a file…"), this,
                         [this] { choose(); });
    m_key = addButton(theme(), bar, QStringLiteral("evidence.key"), "key-round", tr("Name the operator's key…"), this,
                      [this] { chooseTrust(Trust::Key); });
    m_key->setToolTip(tr("A file with the key that the operator has published, or the certificate of an authority"));
    m_stamper = addButton(theme(), bar, QStringLiteral("evidence.stamper"), "landmark", tr("Name who stamped…"), this,
                          [this] { chooseTrust(Trust::Stamper); });
    m_stamper->setToolTip(tr("The certificate of the authority that issued the time-stamping authority's own, or the signer's"));
    m_folder = addButton(theme(), bar, QStringLiteral("evidence.folder"), "folder-open", tr("Name a folder of whom I trust…"),
                         this, [this] { chooseTrust(Trust::Folder); });
    m_folder->setToolTip(tr("All the keys and certificates that lie in it"));
    m_authorities = addButton(theme(), bar, QStringLiteral("evidence.authorities"), "landmark", tr("Whom I trust…"),
                              this, [this] { host().open(QStringLiteral("trust")); });
    m_authorities->setToolTip(tr("The authorities whose time stamps you believe"));
    m_expert = addButton(theme(), bar, QStringLiteral("evidence.expert"), "sliders-horizontal",
                         tr("Details for experts"), this, [this] {
                             for (QWidget *part : std::as_const(m_expertParts))
                                 part->setVisible(m_expert->isChecked());
                         });
    m_expert->setCheckable(true);
    return bar;
}

void EvidencePage::enter(const QVariantMap &args)
{
    QString id = args.value(QStringLiteral("id")).toString();
    const QString path = args.value(QStringLiteral("path")).toString();
    if (args.isEmpty() && m_id.isEmpty() && m_path.isEmpty())
        id = m_left; // after a lock: where she was
    if (args.value(QStringLiteral("choose")).toBool()) {
        forget();
        return choose();
    }
    if (id.isEmpty() && path.isEmpty())
        return; // as it was left
    forget();
    m_id = id;
    m_path = path;
    check();
}

void EvidencePage::forget()
{
    ++m_turn;
    if (!m_id.isEmpty())
        m_left = m_id;
    m_id.clear();
    m_path.clear();
    m_trust.clear();
    m_expertParts.clear();
    m_title->setText(tr("Evidence"));
    m_hint->setText(tr("Choose a file of evidence, or drop one here. It needs neither an account nor a network, and "
                       "nothing of it is kept."));
    m_hint->show();
    m_export->hide();
    for (QPushButton *one : {m_key, m_stamper, m_folder, m_authorities})
        one->hide();
    m_expert->hide();
    m_choose->show();
    delete m_body;
    m_body = nullptr;
}

void EvidencePage::focusContent()
{
    (m_export->isVisible() ? m_export : m_choose)->setFocus();
}

void EvidencePage::back()
{
    if (m_where == Where::Outside) {
        forget(); // the next person at this computer sees nothing of it
        Q_EMIT done();
    } else if (!m_id.isEmpty())
        host().open(QStringLiteral("notification"), {{QStringLiteral("id"), m_id}});
    else
        host().open(QStringLiteral("notifications"));
}

void EvidencePage::check()
{
    if (!m_body)
        say(tr("Looking at the evidence…"));
    if (!m_path.isEmpty())
        return checkFile();
    session().documents().notifications().evidence(m_id).then(
        this, [this, turn = m_turn](const Result<EvidenceInfo> &checked) {
            if (turn == m_turn)
                came(checked);
        });
}

void EvidencePage::checkFileOutside()
{
    // Two keys named quickly are two checks side by side: only what the last one says counts.
    evidenceOfFile(m_path, m_trust).then(this, [this, turn = ++m_turn](const Result<FileEvidence> &checked) {
        if (turn != m_turn)
            return;
        if (checked.ok() && checked.value().given)
            fillGiven(*checked.value().given);
        else
            came(checked.ok() ? Result<EvidenceInfo>(checked.value().proof) : Result<EvidenceInfo>(checked.error()));
    });
}

void EvidencePage::checkFile()
{
    if (m_where == Where::Outside)
        return checkFileOutside();
    const QString trust = m_trust.value(0); // the folder's own anchors stand beside it
    const auto ofNotification = [this, trust] {
        session().documents().notifications().verifyEvidence(m_path, trust).then(
            this, [this, turn = m_turn](const Result<EvidenceInfo> &checked) {
                if (turn == m_turn)
                    came(checked);
            });
    };
    session()
        .documents()
        .contributions()
        .verifyProof(m_path, trust)
        .then(this, [this, ofNotification, turn = m_turn](const Result<std::optional<GivenProof>> &given) {
            if (turn == m_turn)
                given.ok() && given.value() ? fillGiven(*given.value()) : ofNotification();
        });
}

QString EvidencePage::about(const QString &path) const
{
    const QString name = QFileInfo(path).fileName();
    const QString what = m_where == Where::Outside
                             ? tr("%1. Nothing of it is kept.").arg(name)
                             : tr("%1. This file is not in your folder; nothing of it is kept.").arg(name);
    QStringList named;
    for (const QString &one : m_trust)
        named += QFileInfo(one).fileName();
    return named.isEmpty() ? what : QString(what + QLatin1Char(' ') + tr("Named for it: %1.").arg(named.join(QStringLiteral(", "))));
}

void EvidencePage::showTrust(const EvidenceInfo &proof)
{
    const auto found = [&proof](std::initializer_list<const char *> defects) {
        return std::any_of(proof.findings.begin(), proof.findings.end(), [defects](const EvidenceFinding &one) {
            return std::any_of(defects.begin(), defects.end(),
                               [&one](const char *defect) { return one.defect == QLatin1String(defect); });
        });
    };
    const bool file = !m_path.isEmpty(), outside = m_where == Where::Outside;
    const bool key = proof.verdict == ProofState::Unanchored || found({"id_provider_unanchored"});
    const bool stamper = found({"stamp_unanchored", "signer_unanchored"});
    m_key->setVisible(file && key);
    m_stamper->setVisible(file && outside && stamper);
    m_folder->setVisible(file && outside && (key || stamper));
    m_authorities->setVisible(!outside && stamper);
}

void EvidencePage::came(const Result<EvidenceInfo> &checked)
{
    const bool ours = m_path.isEmpty();
    m_export->setVisible(ours && checked.ok());
    m_choose->setVisible(!ours);
    showTrust(checked ? checked.value() : EvidenceInfo());
    m_expert->setVisible(checked.ok());
    m_hint->setVisible(!ours);
    m_hint->setText(about(m_path));
    if (!checked) {
        // What was named last cannot be used, and the file was checked without it before.
        const bool trusting = m_where == Where::Outside && !m_trust.isEmpty();
        if (trusting)
            m_trust.removeLast();
        for (QPushButton *one : {m_key, m_stamper, m_folder})
            one->setVisible(trusting);
        m_hint->setText(about(m_path));
        say(text::wordsFor(checked.error()).paragraph());
        return;
    }
    fill(checked.value());
}

void EvidencePage::say(const QString &words)
{
    delete m_body;
    m_expertParts.clear();
    m_body = new QWidget(m_column->widget());
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    QLabel *label = theme().label(words, TypeRole::Body, m_body);
    label->setObjectName(QStringLiteral("evidence.said"));
    label->setTextFormat(Qt::PlainText);
    column->addWidget(label);
    column->addStretch(1);
    m_column->column()->addWidget(m_body);
    m_body->show(); // at once: an empty moment between would be seen
}

void EvidencePage::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file of evidence"));
    dialog->setObjectName(QStringLiteral("evidence.dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Evidence (*.asice *.sce)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        enter({{QStringLiteral("path"), path}});
    });
    dialog->open();
}

void EvidencePage::chooseTrust(Trust what)
{
    auto *dialog = new QFileDialog(this, what == Trust::Key       ? tr("Choose the operator's key")
                                         : what == Trust::Stamper ? tr("Choose the certificate of the authority")
                                                                  : tr("Choose a folder of keys and certificates"));
    dialog->setObjectName(what == Trust::Key       ? QStringLiteral("evidence.keyDialog")
                          : what == Trust::Stamper ? QStringLiteral("evidence.stamperDialog")
                                                   : QStringLiteral("evidence.folderDialog"));
    dialog->setFileMode(what == Trust::Folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (what == Trust::Folder)
        dialog->setOption(QFileDialog::ShowDirsOnly);
    else
        dialog->setNameFilters({tr("Keys and certificates (*.json *.jwk *.pem *.crt *.cer *.der)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (m_where == Where::InFolder)
            m_trust.clear();
        m_trust.append(path); // outside, one after the other: the operator's key, and whoever stamped
        check();
    });
    dialog->open();
}

void EvidencePage::exportIt()
{
    auto *dialog = new QFileDialog(this, tr("Save the evidence"));
    dialog->setObjectName(QStringLiteral("evidence.exportDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Evidence (*.asice)")});
    dialog->setDefaultSuffix(QStringLiteral("asice"));
    dialog->selectFile(tr("evidence %1").arg(m_id.right(12)));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = m_id](const QString &path) {
        session().documents().notifications().exportEvidence(id, path).then(this, [this, path](const Outcome &written) {
            if (!written.ok()) {
                host().showError(written.error());
                return;
            }
            saved(path);
        });
    });
    dialog->open();
}

void EvidencePage::saved(const QString &path)
{
    QString words = tr("Saved: %1. Anybody can check it with Carriel, or with unzip and openssl.").arg(path);
    if (lacksOperatorStamp(path)) // what can be had by waiting comes first
        words += QLatin1Char(' ') + text::stampStillComing();
    else if (!hasOwnStamp(path))
        words += QLatin1Char(' ') + text::withoutOwnStamp(!session().documents().signing().timestampAuthority().isEmpty());
    host().say(words, tr("Check it"), [this, path] {
        host().open(QStringLiteral("evidence"), {{QStringLiteral("path"), path}});
    });
}

} // namespace carriel::ui
