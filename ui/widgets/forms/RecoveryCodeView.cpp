// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/forms/RecoveryCodeView.h"

#include "ui/text/Format.h"
#include "ui/theme/Space.h"
#include "ui/widgets/forms/Callout.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSysInfo>
#include <QVBoxLayout>
#include <memory>

namespace carriel::ui {
namespace {

// Crockford base 32: O reads as 0, I and L as 1.
QString canonical(QString text)
{
    text = text.toUpper().simplified();
    text.remove(QLatin1Char(' ')).remove(QLatin1Char('-'));
    text.replace(QLatin1Char('O'), QLatin1Char('0')).replace(QLatin1Char('I'), QLatin1Char('1')).replace(QLatin1Char('L'), QLatin1Char('1'));
    return text;
}

} // namespace

bool sameGroup(const QString &typed, const QString &group)
{
    return !group.isEmpty() && canonical(typed) == canonical(group);
}

RecoveryCodeView::RecoveryCodeView(const Theme &theme, const QString &name, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(name);
    m_shown = new QLabel(this);
    m_shown->setObjectName(name + QLatin1String(".code"));
    m_shown->setWordWrap(true);
    m_shown->setAlignment(Qt::AlignCenter);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByKeyboard | Qt::TextSelectableByMouse);
    m_shown->setAccessibleName(tr("Recovery code"));
    m_shown->setMargin(space::l);
    const auto restyle = [this] {
        QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        mono.setPointSizeF(m_theme.font(TypeRole::Title).pointSizeF());
        mono.setWeight(QFont::DemiBold);
        m_shown->setFont(mono);
    };
    restyle();
    connect(&theme, &Theme::changed, this, restyle);

    auto *printButton = new QPushButton(theme.icon(QStringLiteral("printer")), tr("Print…"), this);
    printButton->setObjectName(name + QLatin1String(".print"));
    auto *copyButton = new QPushButton(theme.icon(QStringLiteral("copy")), tr("Copy"), this);
    copyButton->setObjectName(name + QLatin1String(".copy"));
    m_note = new Callout(theme, name + QLatin1String(".note"), this);

    auto *prove = theme.label(tr("To be sure that you have it, type these two groups from your paper:"), TypeRole::Body, this);
    prove->setObjectName(name + QLatin1String(".prove"));
    prove->setWordWrap(true);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::l);
    grid->setVerticalSpacing(space::xs);
    for (int i : {0, 1}) {
        m_ask[i] = theme.label({}, TypeRole::Body, this);
        m_ask[i]->setObjectName(name + QStringLiteral(".ask%1").arg(i));
        m_typed[i] = new QLineEdit(this);
        m_typed[i]->setObjectName(name + QStringLiteral(".group%1").arg(i));
        m_typed[i]->setMinimumHeight(space::target);
        m_typed[i]->setMaxLength(12);
        m_typed[i]->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
        m_ask[i]->setBuddy(m_typed[i]);
        grid->addWidget(m_ask[i], 0, i);
        grid->addWidget(m_typed[i], 1, i);
        connect(m_typed[i], &QLineEdit::textChanged, this, &RecoveryCodeView::check);
    }
    setFocusProxy(m_typed[0]);
    m_problem = theme.label({}, TypeRole::Small, this, Role::Danger);
    m_problem->setObjectName(name + QLatin1String(".problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch(1);
    buttons->addWidget(printButton);
    buttons->addWidget(copyButton);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_shown);
    column->addLayout(buttons);
    column->addWidget(m_note);
    column->addSpacing(space::s);
    column->addWidget(prove);
    column->addLayout(grid);
    column->addWidget(m_problem);
    connect(printButton, &QPushButton::clicked, this, &RecoveryCodeView::print);
    connect(copyButton, &QPushButton::clicked, this, &RecoveryCodeView::copy);
}

void RecoveryCodeView::setCode(const QString &code)
{
    static const QRegularExpression gap(QStringLiteral("[\\s-]+"));
    m_code = code;
    m_groups = code.split(gap, Qt::SkipEmptyParts);
    // Two groups to a line would tear when read aloud; three fit any width.
    QString lines;
    for (qsizetype i = 0; i < m_groups.size(); ++i)
        lines += (i == 0 ? QString() : QString(i % 4 == 0 ? QStringLiteral("\n") : QStringLiteral("   "))) + m_groups.at(i);
    m_shown->setText(lines);
    const int count = int(m_groups.size());
    m_asked[0] = count > 1 ? QRandomGenerator::global()->bounded(0, count / 2) : 0;
    m_asked[1] = count > 1 ? QRandomGenerator::global()->bounded(count / 2, count) : 0;
    for (int i : {0, 1}) {
        const QString ask = tr("Group %1").arg(m_asked[i] + 1);
        m_ask[i]->setText(ask);
        m_typed[i]->setAccessibleName(ask);
        m_typed[i]->clear();
    }
    m_note->clear();
}

bool RecoveryCodeView::confirmed() const
{
    return m_groups.size() > 1 && sameGroup(m_typed[0]->text(), m_groups.at(m_asked[0]))
           && sameGroup(m_typed[1]->text(), m_groups.at(m_asked[1]));
}

void RecoveryCodeView::forget()
{
    m_code.fill(QLatin1Char(' '));
    m_code.clear();
    m_groups.clear();
    m_shown->clear();
    for (QLineEdit *typed : m_typed)
        typed->clear();
}

void RecoveryCodeView::check()
{
    QString wrong;
    for (int i : {0, 1}) {
        const bool bad = m_groups.size() > m_asked[i] && canonical(m_typed[i]->text()).size() >= m_groups.at(m_asked[i]).size()
                         && !sameGroup(m_typed[i]->text(), m_groups.at(m_asked[i]));
        const QString words = bad ? tr("Group %1 is not the same. Compare it with your paper.").arg(m_asked[i] + 1) : QString();
        m_typed[i]->setAccessibleDescription(words);
        if (bad && wrong.isEmpty())
            wrong = words;
    }
    m_problem->setText(wrong);
    m_problem->setVisible(!wrong.isEmpty());
    Q_EMIT changed();
}

void RecoveryCodeView::copy()
{
    auto *secret = new QMimeData;
    secret->setText(m_code);
    // The hint by which clipboard histories know what not to keep.
    secret->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(secret);
    m_note->say(Callout::Kind::Warning, tr("The code is on the clipboard."),
                tr("Other programs can read it there. Keep it somewhere safe, outside this computer, and then copy something else."));
}

void RecoveryCodeView::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setObjectName(QStringLiteral("recovery.printDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        QPainter painter(printer.get());
        QFont words = m_theme.font(TypeRole::Body);
        QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        mono.setPointSize(18);
        const QRectF page = printer->pageRect(QPrinter::DevicePixel);
        painter.setFont(words);
        QRectF used;
        painter.drawText(page.adjusted(page.width() / 10, page.height() / 10, -page.width() / 10, 0), Qt::TextWordWrap, paperWords(), &used);
        painter.setFont(mono);
        painter.drawText(page.adjusted(page.width() / 10, used.bottom() + page.height() / 20, -page.width() / 10, 0),
                         Qt::TextWordWrap, m_shown->text());
    });
    dialog->open();
}

QString RecoveryCodeView::paperWords() const
{
    return tr("Carriel: recovery code\n\nFolder: %1\nComputer: %2\nPrinted on %3\n\nWhoever has this paper can open "
              "the documents of this folder on this computer, or a copy of them. Another computer has a "
              "code of its own. Keep it where you keep your identity document.")
        .arg(m_folder.isEmpty() ? tr("my documents") : m_folder, QSysInfo::machineHostName(), text::dateLong(QDate::currentDate()));
}

} // namespace carriel::ui
