// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// The labels of something as small tags that can be taken away one by one, and a field to add another, which proposes
// those in use. Says what changed; shows it only when told so.
#pragma once

#include "ui/theme/Theme.h"

#include <QStringList>
#include <QWidget>

class QLineEdit;
class QStringListModel;

namespace carriel::ui {

class FlowLayout;

class LabelEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit LabelEditor(const Theme &theme, QWidget *parent = nullptr);

    void setLabels(const QStringList &labels);
    QStringList labels() const { return m_labels; }
    void setKnown(const QStringList &labels); // proposals
    void flush();                             // what is half typed is a label
    void forget();                            // what is half typed is nothing

Q_SIGNALS:
    void added(const QString &label);
    void removed(const QString &label);

protected:
    bool eventFilter(QObject *object, QEvent *event) override; // Esc: not this label

private:
    void rebuild();

    const Theme &m_theme;
    FlowLayout *m_flow;
    QLineEdit *m_field;
    QStringListModel *m_known;
    QStringList m_labels;
};

} // namespace carriel::ui
