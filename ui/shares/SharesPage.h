// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What the person shares and what others share with him: each with whom, until when, who read it, and what can still be
// done. Args: id, one to bring into sight; end: true, it is to be ended; erase: true, its copies are to be erased. Thread: GUI.
#pragma once

#include "core/services/Shares.h"
#include "ui/shell/Page.h"

class QCheckBox;
class QLabel;
class QPushButton;
class QTabBar;

namespace carriel::ui {

class Callout;
class Card;
class ContentColumn;

class SharesPage final : public Page
{
    Q_OBJECT
public:
    explicit SharesPage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    void ask();    // the operator, as far as the network allows
    void reload(); // what the vault knows
    void askFindable();
    void setFindable(bool on);
    void prove(); // that the person's key is his, for others to see
    Card *cardOf(const ShareInfo &one);
    void addActs(Card *card, const ShareInfo &one);
    void act(QFuture<Outcome> done);
    void end(const QString &id);
    QStringList since(const ShareInfo &one) const; // what changed of one that may be confirmed
    void addConfirmation(Card *card, const ShareInfo &one);
    void confirm(const QString &id, bool asNow);
    void addErasure(Card *card, const ShareInfo &one); // asking for the copies to be erased, and answering that
    void askForErasure(Card *card, const ShareInfo &one);
    void answerErasure(Card *card, const ShareInfo &one);
    void keep(const QString &id);
    void tellMissing(const QString &id);
    QList<QDateTime> moreTime(const ShareInfo &one) const;
    void addExtension(Card *card, const ShareInfo &one);
    void askToEnd(const QString &id); // what ending it means, before it is ended
    void addEnding(Card *card, const ShareInfo &one);

    void compare(const QString &id); // the recipient's new key: whose word it is, and its code
    void addComparison(Card *card, const ShareInfo &one);
    void lookAtSender(const QString &id); // whether who signed what came sealed is who it says
    void addSender(Card *card, const ShareInfo &one);

    static constexpr int most = 50; // cards at once

    ContentColumn *m_content;
    QTabBar *m_which;
    QCheckBox *m_findable;
    QPushButton *m_prove, *m_parcel;
    QLabel *m_proveWhy;
    Callout *m_callout;
    QLabel *m_none;
    QWidget *m_body = nullptr;
    QPushButton *m_older;
    int m_most = most;
    QByteArray m_saying; // what the cards say
    QString m_wanted;
    QString m_comparing;      // the share whose recipient's new key is looked at
    ShareRecipient m_newKey;  // as it was found
    QString m_extending; // the share whose new end is being chosen
    QString m_erasing;   // the share whose copies are to be erased: it is said first what asking is
    QString m_ending;    // the share that is asked about before it is ended
};

} // namespace carriel::ui
