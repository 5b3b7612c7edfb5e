// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/VerifyPage.h"

#include "core/services/Documents.h"
#include "core/services/FirstBytes.h"
#include "core/services/Session.h"
#include "ui/signing/SideBySide.h"
#include "ui/text/ErrorWords.h"
#include "ui/text/SignatureWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/ContentView.h"
#include "ui/viewer/SignatureReport.h"
#include "ui/viewer/VerificationView.h"
#include "ui/widgets/FileDrop.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/PasswordAsk.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace carriel::ui {

VerifyPage::VerifyPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    takeDroppedFile(this, [this](const QString &path) {
        enter({{QStringLiteral("path"), path}, {QStringLiteral("under"), m_under}});
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::s, space::l, space::l);
    column->setSpacing(space::s);
    column->addWidget(buildHead());
    m_hint = theme().label({}, TypeRole::Body, this, Role::TextMuted);
    m_hint->setObjectName(QStringLiteral("verify.hint"));
    column->addWidget(m_hint);
    m_stack = new QStackedWidget(this);
    auto *result = new ContentColumn(QStringLiteral("verify.result"), 90, m_stack);
    m_view = new VerificationView(QStringLiteral("verify.view"), theme(), result);
    result->column()->addWidget(m_view);
    result->column()->addStretch(1);
    m_stack->addWidget(result);
    m_stack->addWidget(buildSides());
    column->addWidget(m_stack, 1);
    connect(m_view, &VerificationView::signedVersionWanted, this, &VerifyPage::showSigned);
    connect(m_view, &VerificationView::certificateWanted, this, [this](const CertificateFacts &certificate) {
        host().open(QStringLiteral("certificate"), {{QStringLiteral("der"), certificate.der}});
    });
    connect(m_view->password(), &PasswordAsk::given, this, &VerifyPage::unlock);
    connect(m_view, &VerificationView::trustWanted, this, [this] { host().open(QStringLiteral("trust")); });
    connect(m_view, &VerificationView::networkWanted, this, [this] {
        session().documents().verification().allowOnline(true).then(
            this, [this](const Outcome &allowed) { allowed.ok() ? check() : host().showError(allowed.error()); });
    });
    forget();
}

QWidget *VerifyPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::s);
    auto *top = new PageHead(theme(), QStringLiteral("verify"), {}, head);
    top->addBack(tr("Back (Esc)"), [this] {
        if (m_stack->currentIndex() == 1) {
            m_stack->setCurrentIndex(0);
            return;
        }
        if (m_row.id.isEmpty() || m_under == QLatin1String("signatures"))
            host().open(QStringLiteral("signatures"));
        else
            host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), m_row.id.text()}});
    });
    m_title = top->title();
    rows->addWidget(top);
    auto *bar = new QWidget(head);
    auto *flow = new FlowLayout(bar, space::s);
    const auto button = [&](const QString &words, const char *icon, const char *name) {
        auto *made = new QPushButton(theme().icon(QString::fromLatin1(icon)), words, bar);
        made->setObjectName(QStringLiteral("verify.") + QLatin1String(name));
        flow->addWidget(made);
        return made;
    };
    m_choose = button(tr("Verify a file…"), "folder-open", "choose");
    m_again = button(tr("Check again"), "refresh-cw", "again");
    m_which = button(tr("Choose the file that was signed…"), "file-text", "content");
    m_report = button(tr("Save the report…"), "scroll-text", "report");
    connect(m_choose, &QPushButton::clicked, this, &VerifyPage::choose);
    connect(m_which, &QPushButton::clicked, this, &VerifyPage::chooseContent);
    connect(m_again, &QPushButton::clicked, this, [this] { check(); });
    connect(m_report, &QPushButton::clicked, this, &VerifyPage::report);
    rows->addWidget(bar);
    return head;
}

QWidget *VerifyPage::buildSides()
{
    auto *both = new QWidget(m_stack);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    m_difference = theme().label({}, TypeRole::Strong, both);
    m_difference->setObjectName(QStringLiteral("verify.difference"));
    row->addWidget(m_difference, 1);
    m_back = new QPushButton(tr("Back to the result"), both);
    m_back->setObjectName(QStringLiteral("verify.backToResult"));
    row->addWidget(m_back, 0, Qt::AlignTop);
    column->addLayout(row);
    m_sides = new SideBySide(context(), both);
    column->addWidget(m_sides, 1);
    connect(m_back, &QPushButton::clicked, this, [this] { m_stack->setCurrentIndex(0); });
    return both;
}

void VerifyPage::enter(const QVariantMap &args)
{
    m_under = args.value(QStringLiteral("under"), m_under).toString();
    const ItemId id(args.value(QStringLiteral("id")).toString());
    const QString path = args.value(QStringLiteral("path")).toString();
    if (id.isEmpty() && path.isEmpty()) {
        if (args.value(QStringLiteral("choose")).toBool())
            choose();
        return; // as it was left
    }
    forget();
    m_under = args.value(QStringLiteral("under")).toString();
    m_wanted = args.value(QStringLiteral("signature"), -1).toInt();
    m_path = path;
    const QList<DocumentRow> rows = session().documents().rows({id});
    if (!rows.isEmpty())
        m_row = rows.first();
    m_title->setText(text::neutral(name()));
    m_hint->setText(m_path.isEmpty() ? QString() : tr("This file is not in your folder; nothing of it is kept."));
    m_hint->setVisible(!m_path.isEmpty());
    if (const auto known = m_row.id.isEmpty() ? std::nullopt : session().documents().verification().of(m_row.id))
        came(*known);
    else
        check();
}

void VerifyPage::forget()
{
    ++m_turn;
    m_row = {};
    m_path.clear();
    m_content.clear();
    m_which->hide();
    m_file = {};
    m_under.clear();
    m_wanted = -1;
    m_title->setText(tr("Verify signatures"));
    m_hint->setText(
        tr("Choose a signed file, or drop one here. You need no account, and nothing of it leaves this computer."));
    m_hint->show();
    m_view->forget();
    m_sides->forget();
    m_stack->setCurrentIndex(0);
    m_report->setEnabled(false);
    m_again->setEnabled(false);
}

void VerifyPage::focusContent()
{
    m_choose->setFocus();
}

QString VerifyPage::name() const
{
    return m_path.isEmpty() ? m_row.name : QFileInfo(m_path).fileName();
}

void VerifyPage::unlock()
{
    SecretBytes password = m_view->password()->take();
    if (!m_path.isEmpty())
        return check(std::move(password));
    session().documents().verification().setPassword(m_row.id, std::move(password)).then(
        this, [this, turn = m_turn](const Outcome &opens) {
            if (turn != m_turn)
                return;
            opens.ok() ? check() : m_view->password()->setProblem(text::wordsFor(opens.error()).title);
        });
}

void VerifyPage::check(SecretBytes password)
{
    if (m_path.isEmpty() && m_row.id.isEmpty())
        return;
    m_report->setEnabled(false);
    m_again->setEnabled(false);
    m_stack->setCurrentIndex(0);
    m_view->showWords(tr("Looking at the signatures…"));
    Verification &verification = session().documents().verification();
    auto answer = m_path.isEmpty() ? verification.check(m_row.id)
                                   : verification.checkFile(m_path, m_content, std::move(password));
    answer.then(this, [this, turn = m_turn](const Result<CheckedFile> &checked) {
        if (turn == m_turn)
            came(checked);
    });
}

void VerifyPage::came(const Result<CheckedFile> &checked)
{
    m_again->setEnabled(true);
    if (!checked.ok()) {
        m_view->showWords(text::wordsFor(checked.error()).paragraph());
        return;
    }
    m_file = checked.value();
    m_report->setEnabled(true);
    m_which->setVisible(!m_path.isEmpty() && m_file.format == QLatin1String("cades"));
    m_view->setKeepsPassword(m_path.isEmpty());
    m_view->show(m_file);
    if (const int wanted = std::exchange(m_wanted, -1); wanted >= 0)
        showSigned(wanted);
}

void VerifyPage::showSigned(int signature)
{
    if (signature >= m_file.signatures.size())
        return;
    const SignatureFacts &one = m_file.signatures.at(signature);
    if (!one.signedVersionHolds())
        return;
    m_difference->setText(text::differenceWords(one).join(QLatin1Char(' ')));
    Verification &verification = session().documents().verification();
    const ContentView::Open now = [this, path = m_path, id = m_row.id]() -> std::unique_ptr<QIODevice> {
        if (path.isEmpty())
            return session().documents().open(id);
        auto file = std::make_unique<QFile>(path);
        return file->open(QIODevice::ReadOnly) ? std::move(file) : nullptr;
    };
    const ContentView::Open then = [&verification, now, path = m_path, id = m_row.id,
                                    covers = one.covers]() -> std::unique_ptr<QIODevice> {
        if (path.isEmpty())
            return verification.openSigned(id, covers);
        auto whole = now();
        return whole ? std::make_unique<FirstBytes>(std::move(whole), covers) : nullptr;
    };
    const QString title =
        one.path.isEmpty() ? tr("As it was signed") : tr("As it was signed by %1").arg(text::signerOf(one));
    m_sides->show(title, then, tr("As it is now"), now);
    m_stack->setCurrentIndex(1);
    m_back->setFocus();
}

void VerifyPage::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a signed file"));
    dialog->setObjectName(QStringLiteral("verify.dialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Signed files (*.pdf *.asice *.sce *.asics *.scs *.p7s)"), tr("All files (*)")});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        enter({{QStringLiteral("path"), path}, {QStringLiteral("under"), m_under}});
    });
    dialog->open();
}

// A signature that lies beside its file proves nothing without it.
void VerifyPage::chooseContent()
{
    auto *dialog = new QFileDialog(this, tr("Choose the file that was signed"), QFileInfo(m_path).path());
    dialog->setObjectName(QStringLiteral("verify.contentDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_content = path;
        check();
    });
    dialog->open();
}

void VerifyPage::report()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setObjectName(QStringLiteral("verify.reportDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString pdfs = tr("To read (*.pdf)");
    const QString jsons = tr("For programs (*.json)");
    dialog->setNameFilters({pdfs, jsons});
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, jsons](const QString &filter) {
        dialog->setDefaultSuffix(filter == jsons ? QStringLiteral("json") : QStringLiteral("pdf"));
    });
    dialog->selectFile(tr("report on %1").arg(QFileInfo(name()).completeBaseName()));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Outcome written = writeReport(path, name(), m_file);
        written.ok() ? host().say(tr("Saved: %1").arg(path)) : host().showError(written.error());
    });
    dialog->open();
}

} // namespace carriel::ui
