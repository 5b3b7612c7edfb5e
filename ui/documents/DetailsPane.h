// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected: preview, how it stands, facts, and the fields that can be changed in place. Thread: GUI.
#pragma once

#include "core/services/Values.h"
#include "ui/shell/Page.h"

#include <QScrollArea>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace carriel::ui {

class DateField;
class LabelEditor;
class NoteEditor;
class PreviewBox;
class SignatureLine;
class StandingView;

class DetailsPane final : public QScrollArea
{
    Q_OBJECT
public:
    DetailsPane(const PageContext &context, QWidget *parent);

    void showNothing(const QString &words);
    void showMany(const QList<ItemId> &ids);
    void showOne(const ItemId &id);
    std::optional<DocumentRow> shown() const;
    static QString
    keptNote(const ItemId &id);             // the setting with a note that could not be kept while it was in the trash
    std::optional<QString> written() const; // what stands in the note, if somebody is in it
    void refresh(); // the same one, read anew; what is being typed stays
    void forget();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void fill(const DocumentDetails &details);
    void addFact(const QString &name, const QString &value);
    void clearFacts();
    bool narrow() const; // a value has no room beside its name
    void copyDigest();

    PageContext m_context;
    std::optional<DocumentDetails> m_shown;
    QWidget *m_one;
    QLabel *m_message;
    PreviewBox *m_preview;
    QLabel *m_name;
    StandingView *m_standing;
    SignatureLine *m_signatures;
    QPushButton *m_open;
    QPushButton *m_versions;
    QPushButton *m_share; // by which a copy of somebody else's came
    QGridLayout *m_facts;
    int m_factCount = 0;
    bool m_narrow = false;
    QWidget *m_editors;
    LabelEditor *m_labels;
    QComboBox *m_type;
    DateField *m_expires;
    NoteEditor *m_note;
    QLabel *m_digest;
    QWidget *m_digestBox;
};

} // namespace carriel::ui
