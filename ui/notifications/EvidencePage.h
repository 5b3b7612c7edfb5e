// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What proves a notification, step by step in plain words, with what an expert wants folded away; saved as one file,
// and such a file of anybody checked. Args: id of a notification, or path of a file, or choose. Outside of a folder only
// files are checked: there nothing of a vault is asked. Thread: GUI.
#pragma once

#include "core/base/Result.h"
#include "core/services/NotificationValues.h"
#include "ui/shell/Page.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace carriel {
struct GivenProof;
}

namespace carriel::ui {

class Card;
class ContentColumn;

class EvidencePage final : public Page
{
    Q_OBJECT
public:
    enum class Where { InFolder, Outside };
    EvidencePage(const PageContext &context, QWidget *parent, Where where = Where::InFolder);

    void enter(const QVariantMap &args) override;
    void forget() override;
    void focusContent() override;

private:
    QWidget *buildBar();
    void check();
    void came(const Result<EvidenceInfo> &checked);
    void checkFile(); // of a notification, or of documents that were given
    void checkFileOutside();
    QString about(const QString &path) const;
    void showTrust(const EvidenceInfo &proof); // how to name whom it rests on
    void fillGiven(const GivenProof &given);
    void fill(const EvidenceInfo &proof);
    void fillVerdict(QVBoxLayout *column, const EvidenceInfo &proof);
    void fillTimeline(QVBoxLayout *column, const EvidenceInfo &proof);
    void addStep(Card *card, const EvidenceInfo &proof, const EvidenceStep &step);
    void fillFindings(QVBoxLayout *column, const EvidenceInfo &proof);
    void saved(const QString &path);
    void say(const QString &words);
    void choose();
    enum class Trust { Key, Stamper, Folder };
    void chooseTrust(Trust what);
    void exportIt();
    void back();

    const Where m_where;
    QString m_id, m_path;
    QStringList m_trust; // named for this file
    QString m_left; // shown when the folder was locked
    int m_turn = 0;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_export, *m_choose, *m_key, *m_stamper, *m_folder, *m_expert, *m_authorities;
    ContentColumn *m_column;
    QWidget *m_body = nullptr;
    QList<QWidget *> m_expertParts;
};

} // namespace carriel::ui
