// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The act of signing, on one page from top to bottom: what is signed and what to know of it, with which key, how, what
// will happen, and one button that says it. Args: ids (texts); or resume (job ids), which asks for the key alone.
// Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/shell/Page.h"

class QLabel;
class QPushButton;

namespace carriel::ui {

class BoxOnPage;
class Card;
class ContentColumn;
class HowToSign;
class IdentityChooser;
class PasswordAsk;
class SafeList;
class WaitingFor;

class SignPage final : public Page
{
    Q_OBJECT
public:
    SignPage(const PageContext &context, QWidget *parent);
    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    Card *section(const QString &name, const QString &title);
    void buildVerb(ContentColumn *column);
    void inspect(const QList<ItemId> &ids);
    void unlock(QList<ItemId> closed, const std::shared_ptr<SecretBytes> &password, bool opened);
    bool hasAuthority() const; // for timestamps
    void reset();  // all but the open key
    void follow(); // what the button says, and whether it may be pressed
    void sign();

    QList<SafeToSign> m_documents;
    QStringList m_resume;
    int m_turn = 0;
    QLabel *m_title;
    ContentColumn *m_scroll;
    SafeList *m_safe;
    PasswordAsk *m_password;
    Card *m_what;
    Card *m_how;
    Card *m_boxCard;
    IdentityChooser *m_identity;
    WaitingFor *m_waiting;
    HowToSign *m_choices;
    BoxOnPage *m_box;
    QLabel *m_outcome;
    QPushButton *m_verb;
};

} // namespace carriel::ui
