// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shares/OpenParcelPage.h"

#include "core/services/Documents.h"
#include "core/services/Session.h"
#include "core/services/sealed/ParcelFiles.h"
#include "core/services/sealed/SealedDocuments.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/Background.h"
#include "ui/widgets/FileDrop.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {
constexpr int mostNamed = 50;
}

OpenParcelPage::OpenParcelPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("openParcel.content"), 80, this);
    auto *column = m_content->column();
    column->setSpacing(space::s);
    const auto label = [&](const char *name, const QString &words, TypeRole type, Role role = Role::Text) {
        QLabel *made = theme().label(words, type, this, role);
        made->setObjectName(QLatin1String(name));
        made->setWordWrap(true);
        made->setTextFormat(Qt::PlainText);
        column->addWidget(made);
        return made;
    };
    auto *head = new PageHead(theme(), QStringLiteral("openParcel"), tr("Open an encrypted file"), this);
    head->addBack(tr("Back to what is shared (Esc)"), [this] { host().open(QStringLiteral("shares")); });
    column->addWidget(head);
    m_callout = new Callout(theme(), QStringLiteral("openParcel.callout"), this);
    column->addWidget(m_callout);
    label("openParcel.words", tr("Somebody gave you a file that ends in .carpeta, and told you its code by another way. No operator has a part in it, and the file does "
                                 "not prove who it is from."),
          TypeRole::Body, Role::TextMuted);
    m_choose = new QPushButton(theme().icon(QStringLiteral("folder-open")), tr("Choose the file…"), this);
    m_choose->setObjectName(QStringLiteral("openParcel.choose"));
    column->addWidget(m_choose, 0, Qt::AlignLeft);
    m_file = label("openParcel.file", {}, TypeRole::Strong);
    QLabel *caption = label("openParcel.codeCaption", tr("Code of the file"), TypeRole::Strong);
    m_code = new QLineEdit(this);
    m_code->setObjectName(QStringLiteral("openParcel.code"));
    m_code->setAccessibleName(caption->text());
    m_code->setPlaceholderText(QStringLiteral("XXXX-XXXX-XXXX-XXXX"));
    m_code->setMinimumHeight(space::target);
    m_code->setMaxLength(64);
    caption->setBuddy(m_code);
    column->addWidget(m_code);
    m_open = new QPushButton(theme().icon(QStringLiteral("lock-open"), Role::OnPrimary), tr("Open it"), this);
    m_open->setObjectName(QStringLiteral("openParcel.open"));
    setVariant(m_open, Variant::Primary);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    m_what = label("openParcel.what", {}, TypeRole::Body);
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, space::s);
    m_keep = new QPushButton(theme().icon(QStringLiteral("lock"), Role::OnPrimary), tr("Keep sealed copies in my folder"), bar);
    m_keep->setObjectName(QStringLiteral("openParcel.keep"));
    setVariant(m_keep, Variant::Primary);
    m_save = new QPushButton(theme().icon(QStringLiteral("download")), tr("Save them on this computer…"), bar);
    m_save->setObjectName(QStringLiteral("openParcel.save"));
    flow->addWidget(m_keep);
    flow->addWidget(m_save);
    column->addWidget(bar);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    takeDroppedFile(this, [this](const QString &path) { choose(path); });
    connect(m_choose, &QPushButton::clicked, this, &OpenParcelPage::askWhich);
    connect(m_code, &QLineEdit::textChanged, this, &OpenParcelPage::look);
    connect(m_code, &QLineEdit::returnPressed, m_open, &QPushButton::click);
    connect(m_open, &QPushButton::clicked, this, &OpenParcelPage::open);
    connect(m_keep, &QPushButton::clicked, this, &OpenParcelPage::keep);
    connect(m_save, &QPushButton::clicked, this, &OpenParcelPage::askWhere);
    forget();
}

void OpenParcelPage::enter(const QVariantMap &args)
{
    forget();
    choose(args.value(QStringLiteral("path")).toString());
}

void OpenParcelPage::forget()
{
    ++m_turn;
    m_path.clear();
    m_parcel = {};
    m_callout->clear();
    m_file->clear();
    m_code->clear();
    m_what->clear();
    look();
}

void OpenParcelPage::focusContent()
{
    m_path.isEmpty() ? m_choose->setFocus() : m_code->setFocus();
}

void OpenParcelPage::look()
{
    m_open->setEnabled(!m_path.isEmpty() && !m_code->text().trimmed().isEmpty());
    const bool opened = !m_parcel.documents.isEmpty();
    m_file->setVisible(!m_path.isEmpty());
    m_what->setVisible(!m_what->text().isEmpty());
    m_keep->setVisible(opened && session().account().connected); // without an operator there is no key to seal with
    m_save->setVisible(opened);
}

void OpenParcelPage::askWhich()
{
    auto *dialog = new QFileDialog(window(), tr("Choose the encrypted file"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation),
                                   tr("Encrypted file (*.carpeta);;Any file (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("openParcelDialog"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &OpenParcelPage::choose);
    dialog->open();
}

void OpenParcelPage::choose(const QString &path)
{
    m_path = path;
    m_parcel = {};
    m_what->clear();
    m_file->setText(text::neutral(QFileInfo(path).fileName()));
    look();
    if (!path.isEmpty())
        m_code->setFocus();
}

void OpenParcelPage::open()
{
    m_callout->clear();
    m_open->setEnabled(false);
    inBackground([path = m_path, code = m_code->text()] { return sealed::parcelIn(path, code); })
        .then(this, [this, turn = m_turn](const Result<sealed::Parcel> &parcel) {
            if (turn != m_turn)
                return;
            look();
            parcel ? show(parcel.value()) : m_callout->say(parcel.error());
        });
}

void OpenParcelPage::show(const sealed::Parcel &parcel)
{
    m_parcel = parcel;
    m_code->clear();
    QStringList lines;
    if (!parcel.message.isEmpty())
        lines += text::neutral(parcel.message) + u'\n';
    for (const sealed::ParcelDocument &one : parcel.documents.mid(0, mostNamed))
        lines += QStringLiteral("• %1 (%2)").arg(text::neutral(one.name), text::size(one.bytes.size()));
    if (parcel.documents.size() > mostNamed)
        lines += tr("and %n more", nullptr, int(parcel.documents.size()) - mostNamed);
    m_what->setText(lines.join(QLatin1Char('\n')));
    look();
    m_keep->isVisible() ? m_keep->setFocus() : m_save->setFocus();
}

void OpenParcelPage::keep()
{
    m_keep->setEnabled(false);
    const QString note = tr("From the encrypted file “%1”. Nobody proves who made it.").arg(QFileInfo(m_path).fileName());
    SealedDocuments::of(session().documents()).keep(m_parcel, rootItem(), note).then(this, [this](const Result<QList<AddedDocument>> &kept) {
        m_keep->setEnabled(true);
        if (!kept)
            return m_callout->say(kept.error());
        host().say(tr("%n copies are in your folder", nullptr, int(kept.value().size())), tr("See them"), [this, id = kept.value().first().id] {
            host().open(QStringLiteral("documents"), {{QStringLiteral("reveal"), id.text()}});
        });
    });
}

void OpenParcelPage::askWhere()
{
    auto *dialog = new QFileDialog(window(), tr("Choose a folder for the copies"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("saveParcelDialog"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &OpenParcelPage::saveTo);
    dialog->open();
}

void OpenParcelPage::saveTo(const QString &folder)
{
    inBackground([folder, parcel = m_parcel] { return sealed::savedTo(folder, parcel); }).then(this, [this, folder](const Result<QStringList> &saved) {
        if (!saved)
            return m_callout->say(saved.error());
        host().say(tr("%n copies saved", nullptr, int(saved.value().size())), tr("Show folder"),
                   [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    });
}

} // namespace carriel::ui
