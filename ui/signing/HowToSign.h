// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// How something is signed: where the signature goes, how strong it is, its reason and place, and what becomes of the
// result. Thread: GUI.
#pragma once

#include "core/services/Signing.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QCheckBox;
class QRadioButton;
class QVBoxLayout;

namespace carriel::ui {

class Callout;

class HowToSign final : public QWidget
{
    Q_OBJECT
public:
    HowToSign(const Theme &theme, QWidget *parent);

    SignFormat format() const;
    SignLevel level() const;
    QString reason() const;
    QString place() const;
    bool separate() const;
    bool anew() const; // damaged PDFs are written anew first
    // `authority`: one for timestamps is set.
    void reset(bool authority); // what is offered first
    bool lacks(bool authority) const { return level() != SignLevel::B && !authority; }
    // `inside`: something gets its signature inside, and may become a version; else it is always a document of its own.
    // `damaged`: so is one of those.
    void follow(bool authority, bool inside, bool damaged);

Q_SIGNALS:
    void changed();
    void authorityWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void field(QVBoxLayout *column, const QString &words, QWidget *field);

    const Theme &m_theme;
    QComboBox *m_format;
    QLabel *m_formatWords;
    QComboBox *m_level;
    QLabel *m_levelWords;
    Callout *m_noAuthority;
    QLineEdit *m_reason;
    QLineEdit *m_place;
    QRadioButton *m_version;
    QRadioButton *m_separate;
    QCheckBox *m_anew;
    QLabel *m_anewWords;
};

} // namespace carriel::ui
