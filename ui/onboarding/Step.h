// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// One step of the way in: a title, what it asks, and one verb. A step does its work itself and says when it is done;
// what fails is said inside it, in words, with what to do. Thread: GUI.
#pragma once

#include "ui/onboarding/Flow.h"
#include "ui/theme/Theme.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace carriel::ui {
class Callout;
}

namespace carriel::ui::onboarding {

class Step : public QWidget
{
    Q_OBJECT
public:
    Step(Flow &flow, const Theme &theme, const QString &name, const QString &title, const QString &intro,
         QWidget *parent);

    QString title() const { return m_title; }
    virtual QString verb() const = 0;           // on the main button
    virtual bool ready() const { return true; } // the main button may be pressed
    virtual bool canGoBack() const { return true; }
    virtual void begin() {}                         // came to the front
    virtual void commit() = 0;                      // the main button; ends with advance() when it worked
    virtual QString skipVerb() const { return {}; } // a second, quiet way on; empty: none
    virtual void skip() { Q_EMIT advance(); }
    bool busy() const { return m_busy; }
    bool focusFirst(); // gives the keyboard to the first thing to fill in; false: there is nothing

Q_SIGNALS:
    void changed(); // verb, ready or busy are different
    void advance();

protected:
    void setBusy(bool busy);
    Error atTheBeginning(Error error) const; // before there is a folder, "you can go on working" would be no help
    void fail(const Error &error); // says it, and is no longer busy

    Flow &flow() const { return m_flow; }
    const Theme &theme() const { return m_theme; }
    QVBoxLayout *column() const { return m_column; }
    Callout *problem() const { return m_problem; } // added to the column by the step, where it belongs
    void setHeading(const QString &title, const QString &intro); // of one that is known only when it comes to the front
    QLabel *paragraph(const QString &text, const QString &name, Role role = Role::Text);

private:
    Flow &m_flow;
    const Theme &m_theme;
    QString m_title;
    QLabel *m_heading;
    QLabel *m_intro = nullptr;
    QVBoxLayout *m_column;
    Callout *m_problem;
    bool m_busy = false;
};

} // namespace carriel::ui::onboarding
