// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signing/SafeList.h"

#include "ui/text/ErrorWords.h"
#include "ui/text/SigningWords.h"
#include "ui/text/VerdictWords.h"
#include "ui/theme/Space.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace carriel::ui {

SafeList::SafeList(const PageContext &context, QWidget *parent) : QWidget(parent), m_context(context)
{
    setObjectName(QStringLiteral("sign.safe"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::m);
}

void SafeList::clear()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void SafeList::showWords(const QString &words)
{
    clear();
    QLabel *label = m_context.theme.label(words, TypeRole::Body, this, Role::TextMuted);
    label->setObjectName(QStringLiteral("sign.safe.words"));
    m_column->addWidget(label);
}

void SafeList::show(const QList<SafeToSign> &documents)
{
    clear();
    const Theme &theme = m_context.theme;
    int number = 0;
    for (const SafeToSign &one : documents) {
        const QString name = QStringLiteral("sign.safe%1").arg(number++);
        auto *box = new QWidget(this);
        auto *across = new QHBoxLayout(box);
        across->setContentsMargins(0, 0, 0, 0);
        across->setSpacing(space::s);
        const bool bad = one.refused || one.badSignature;
        const char *icon = one.refused              ? "circle-x"
                           : !one.pdf               ? "info"
                           : one.findings.isEmpty() ? "circle-check"
                                                    : "circle-alert";
        const Role role = bad                      ? Role::Danger
                          : !one.pdf               ? Role::TextMuted
                          : one.findings.isEmpty() ? Role::Success
                                                   : Role::Warning;
        auto *mark = new QLabel(box);
        mark->setPixmap(theme.icon(QString::fromLatin1(icon), role).pixmap(space::icon, space::icon));
        across->addWidget(mark, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        QLabel *title = theme.label(text::neutral(one.name), TypeRole::Strong, box);
        title->setObjectName(name + QLatin1String(".name"));
        words->addWidget(title);
        QStringList lines;
        if (one.refused)
            lines << text::wordsFor(*one.refused).paragraph();
        for (const SafetyFinding &finding : one.findings) {
            if (const QString said = text::findingWords(finding); !said.isEmpty())
                lines << said;
        }
        if (lines.isEmpty())
            lines << (one.pdf
                          ? tr("Nothing in it was found that could make it show something else later.")
                          : tr("It is no PDF: it is signed as it is, byte for byte. Whether it could show something "
                               "else later depends on the program that opens it."));
        QLabel *what = theme.label(lines.join(QLatin1Char('\n')), TypeRole::Body, box);
        what->setObjectName(name + QLatin1String(".findings"));
        words->addWidget(what);
        across->addLayout(words, 1);
        auto *look = new QPushButton(tr("Read it"), box);
        look->setObjectName(name + QLatin1String(".look"));
        look->setAccessibleName(tr("Read %1").arg(text::neutral(one.name)));
        setVariant(look, Variant::Quiet);
        connect(look, &QPushButton::clicked, this, [this, id = one.document] {
            m_context.host.open(QStringLiteral("viewer"),
                                {{QStringLiteral("id"), id.text()}, {QStringLiteral("from"), QStringLiteral("sign")}});
        });
        across->addWidget(look, 0, Qt::AlignTop);
        m_column->addWidget(box);
    }
}

} // namespace carriel::ui
