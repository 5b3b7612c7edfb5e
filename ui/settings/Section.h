// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One part of the settings: a heading and cards. What is changed holds at once; there is nothing to save or apply.
#pragma once

#include "ui/shell/Page.h"
#include "ui/theme/Tokens.h"
#include "ui/widgets/forms/ContentColumn.h"

class QLabel;

namespace carriel::ui {
class Callout;
class Card;
}

namespace carriel::ui::settings {

class Section : public ContentColumn
{
    Q_OBJECT
public:
    Section(const PageContext &context, const QString &id, const QString &title, QWidget *parent);

    QString id() const { return m_id; }
    QString title() const { return m_title; }
    virtual void begin() {}   // came to the front: read everything again
    virtual void ask(const QVariantMap &args) { (void)args; } // opened for this; after begin()
    virtual void forget() {}  // the documents are being locked

protected:
    Session &session() const { return m_context.session; }
    Theme &theme() const { return m_context.theme; }
    PageHost &host() const { return m_context.host; }

    Card *card(const QString &name, const QString &title, const QString &why = {});
    QLabel *text(const QString &words, const QString &name, QWidget *parent, Role role = Role::Text);
    // Keeps a setting in the vault; a failure is said by the window.
    void keep(const QString &key, const QString &value);

private:
    PageContext m_context;
    QString m_id;
    QString m_title;
};

} // namespace carriel::ui::settings
