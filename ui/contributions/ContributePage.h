// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The act of giving documents to an entity that asked: who asks, what for, what of the folder serves, what exactly goes
// out, and one verb. Args: source (a link, the number of a published request, or the signed request itself). Coming
// back without it finds the request as it was left. Thread: GUI.
#pragma once

#include "core/services/Contributions.h"
#include "ui/shell/Page.h"
#include "ui/theme/Tokens.h"

#include <QUrl>
#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace carriel::ui {

class AskedList;
class Callout;
class Card;
class ContentColumn;

class ContributePage final : public Page
{
    Q_OBJECT
public:
    explicit ContributePage(const PageContext &context, QWidget *parent = nullptr);

    void enter(const QVariantMap &args) override;
    void forget() override;

    std::function<void(QUrl)> openAddress; // in the browser; replaced by tests

private:
    QWidget *buildHead();
    void read();
    void show(const RequestInfo &request);
    void showWho(const RequestInfo &request);
    void showBefore(const RequestInfo &request);
    QString before(const RequestInfo &request) const;
    void showWhose(const RequestInfo &request);
    void showConsent(const RequestInfo &request);
    QLabel *line(Card *card, const char *name, const QString &words, Role role = Role::Text);
    void sum();
    void give();
    void fetchNext(QList<ContributionChoice> choices, qsizetype at);
    void given(const ContributionInfo &info);
    void fail(const Error &error);
    void clearBody();

    QString m_source;
    std::optional<RequestInfo> m_request;
    int m_asked = 0; // the last reading; an earlier one that answers later is not shown
    ContentColumn *m_content;
    QLabel *m_title;
    Callout *m_callout;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column = nullptr;
    QList<AskedList *> m_lists;
    QLabel *m_sum = nullptr;
    QPushButton *m_give = nullptr;
    QCheckBox *m_otherCase = nullptr; // where the case is of a person of another name
};

} // namespace carriel::ui
