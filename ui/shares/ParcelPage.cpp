// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shares/ParcelPage.h"

#include "core/services/Activity.h"
#include "core/services/Documents.h"
#include "core/services/ServiceErrors.h"
#include "core/services/Session.h"
#include "core/services/sealed/ParcelFiles.h"
#include "core/services/sealed/SealedErrors.h"
#include "core/services/shares/ShareErrors.h"
#include "ui/text/Format.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"
#include "ui/viewer/Background.h"
#include "ui/widgets/PageHead.h"
#include "ui/widgets/forms/Callout.h"
#include "ui/widgets/forms/ContentColumn.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

namespace carriel::ui {
namespace {
constexpr int mostNamed = 12, mostMessage = 2000;
const QString ending = QStringLiteral(".carpeta");
} // namespace

ParcelPage::ParcelPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    m_content = new ContentColumn(QStringLiteral("parcel.content"), 80, this);
    auto *column = m_content->column();
    column->setSpacing(space::s);
    const auto label = [&](const char *name, const QString &words, TypeRole type, Role role, QBoxLayout *into) {
        QLabel *made = theme().label(words, type, this, role);
        made->setObjectName(QLatin1String(name));
        made->setWordWrap(true);
        made->setTextFormat(Qt::PlainText);
        into->addWidget(made);
        return made;
    };
    auto *head = new PageHead(theme(), QStringLiteral("parcel"), tr("Encrypted file for somebody"), this);
    head->addBack(tr("Back to the documents (Esc)"), [this] {
        host().open(QStringLiteral("documents"), m_rows.isEmpty() ? QVariantMap() : QVariantMap{{QStringLiteral("reveal"), m_rows.first().id.text()}});
    });
    column->addWidget(head);
    m_callout = new Callout(theme(), QStringLiteral("parcel.callout"), this);
    column->addWidget(m_callout);
    m_what = label("parcel.what", {}, TypeRole::Body, Role::Text, column);
    label("parcel.honest",
          tr("They go into one file, encrypted on this computer, that opens with a code. No operator has a part in it. Whoever has the file and the code can "
             "read it for ever: nobody can take it back, and it does not prove who it is from."),
          TypeRole::Body, Role::TextMuted, column);
    m_form = new QWidget(this);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(space::s);
    const QString asks = tr("A message, if you like");
    QLabel *caption = label("parcel.messageCaption", asks, TypeRole::Strong, Role::Text, form);
    m_message = new QPlainTextEdit(m_form);
    m_message->setObjectName(QStringLiteral("parcel.message"));
    m_message->setAccessibleName(asks);
    m_message->setTabChangesFocus(true);
    m_message->setFixedHeight(QFontMetrics(font()).height() * 4 + space::m);
    caption->setBuddy(m_message);
    form->addWidget(m_message);
    m_save = new QPushButton(theme().icon(QStringLiteral("lock"), Role::OnPrimary), tr("Save the encrypted file…"), m_form);
    m_save->setObjectName(QStringLiteral("parcel.save"));
    setVariant(m_save, Variant::Primary);
    form->addWidget(m_save, 0, Qt::AlignLeft);
    column->addWidget(m_form);
    m_codeWords = label("parcel.codeWords", {}, TypeRole::Body, Role::Text, column);
    m_code = label("parcel.code", {}, TypeRole::Heading, Role::Text, column);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_show = new QPushButton(theme().icon(QStringLiteral("folder-open")), tr("Show folder"), this);
    m_show->setObjectName(QStringLiteral("parcel.show"));
    column->addWidget(m_show, 0, Qt::AlignLeft);
    column->addStretch(1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_content);
    connect(m_save, &QPushButton::clicked, this, &ParcelPage::askWhere);
    connect(m_show, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).path())); });
    forget();
}

void ParcelPage::enter(const QVariantMap &args)
{
    if (!args.contains(QStringLiteral("ids")))
        return; // as it was left: the code stands there
    forget();
    QList<ItemId> items;
    for (const QString &id : args.value(QStringLiteral("ids")).toStringList())
        items.append(ItemId(id));
    gather(session().documents().rows(items), {});
    QStringList names;
    qint64 bytes = 0;
    for (const DocumentRow &one : std::as_const(m_rows)) {
        bytes += one.size;
        if (names.size() < mostNamed)
            names += QStringLiteral("• %1 (%2)").arg(text::neutral(one.name), text::size(one.size));
    }
    if (m_rows.size() > mostNamed)
        names += tr("and %n more", nullptr, int(m_rows.size()) - mostNamed);
    m_what->setText(names.join(QLatin1Char('\n')));
    if (m_rows.isEmpty())
        m_callout->say(Error{shares::errors::nothingToShare, {{QStringLiteral("name"), QString()}}, {}});
    else if (bytes > sealed::mostParcelBytes || m_rows.size() > sealed::mostParcelDocuments)
        m_callout->say(Error{errors::parcelTooLarge, {{QStringLiteral("limit"), sealed::mostParcelBytes}}, {}});
    else
        m_save->setEnabled(true);
}

void ParcelPage::gather(const QList<DocumentRow> &rows, const QString &above)
{
    for (DocumentRow row : rows) {
        row.name.prepend(above);
        if (row.type == ItemType::Document) {
            m_rows.append(row);
            continue;
        }
        DocumentQuery query;
        query.folder = row.id;
        gather(session().documents().rows(session().documents().ids(query)), row.name + QLatin1Char('/'));
    }
}

void ParcelPage::forget()
{
    ++m_turn;
    m_rows.clear();
    m_path.clear();
    m_callout->clear();
    m_what->clear();
    m_message->clear();
    m_code->clear();
    m_codeWords->clear();
    m_form->show();
    m_save->setEnabled(false);
    for (QWidget *later : {static_cast<QWidget *>(m_code), static_cast<QWidget *>(m_codeWords), static_cast<QWidget *>(m_show)})
        later->hide();
}

void ParcelPage::focusContent()
{
    m_form->isVisible() ? m_message->setFocus() : m_show->setFocus();
}

void ParcelPage::askWhere()
{
    const QString start = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(window(), tr("Save the encrypted file"), start, tr("Encrypted file (*.carpeta)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("parcelDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending.mid(1));
    dialog->selectFile(tr("Documents") + ending);
    connect(dialog, &QFileDialog::fileSelected, this, &ParcelPage::makeAt);
    dialog->open();
}

void ParcelPage::makeAt(const QString &path)
{
    m_callout->clear();
    m_save->setEnabled(false);
    readNext(path, {m_message->toPlainText().trimmed().left(mostMessage), QDateTime::currentDateTimeUtc(), {}});
}

void ParcelPage::readNext(const QString &path, sealed::Parcel parcel)
{
    if (parcel.documents.size() == m_rows.size())
        return make(path, parcel);
    const DocumentRow row = m_rows.at(parcel.documents.size());
    session().documents().fetch(row.id).then(this, [this, path, parcel, row, turn = m_turn](const Outcome &here) mutable {
        if (turn != m_turn)
            return;
        const auto device = here ? session().documents().open(row.id) : nullptr;
        if (!device)
            return failed(here ? Error{errors::notHere, {{QStringLiteral("name"), row.name}}, {}} : here.error());
        const QByteArray bytes = device->readAll();
        if (bytes.size() != device->size())
            return failed(Error{errors::notHere, {{QStringLiteral("name"), row.name}}, device->errorString()});
        parcel.documents.append({row.name, row.mediaType, bytes});
        readNext(path, std::move(parcel));
    });
}

void ParcelPage::make(const QString &path, const sealed::Parcel &parcel)
{
    const QString code = sealed::newParcelCode();
    inBackground([path, parcel, code] { return sealed::parcelTo(path, parcel, code); }).then(this, [this, path, code, turn = m_turn](const Outcome &done) {
        if (turn != m_turn)
            return;
        done ? made(path, code) : failed(done.error());
    });
}

void ParcelPage::failed(const Error &error)
{
    m_save->setEnabled(true);
    m_callout->say(error);
}

void ParcelPage::made(const QString &path, const QString &code)
{
    for (const DocumentRow &row : std::as_const(m_rows)) // each of them has left
        session().documents().activity().tell(QStringLiteral("document.exported"), row.id);
    m_path = path;
    m_callout->say(Callout::Kind::Success, tr("The file is ready: %1").arg(QDir::toNativeSeparators(path)));
    m_codeWords->setText(tr("Its code is kept nowhere: write it down, and tell it by another way than the file goes. In Carriel, the file is opened from Shared, "
                            "With me."));
    m_code->setText(code);
    m_code->setAccessibleName(tr("Code of the file: %1").arg(code));
    m_form->hide();
    for (QWidget *later : {static_cast<QWidget *>(m_code), static_cast<QWidget *>(m_codeWords), static_cast<QWidget *>(m_show)})
        later->show();
    m_show->setFocus();
}

} // namespace carriel::ui
