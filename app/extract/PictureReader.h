// SPDX-FileCopyrightText: 2026 The Carriel founders
// SPDX-License-Identifier: GPL-3.0-or-later
// Raster pictures, as documents of one page. Runs in the confined child alone.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace carriel::extract {

// Loads the decoders, which the sealed process could not.
void warmUpPictures();

class PictureReader
{
public:
    // Only raster formats whose decoders have limits; never SVG. `bytes` must outlive it.
    explicit PictureReader(const QByteArray &bytes);

    QSize size() const { return m_size; } // pixels, upright; empty: not a picture, or of more than 100 megapixels
    // Reduced or enlarged to this size; null if it is damaged.
    QImage scaled(const QSize &to);

private:
    const QByteArray &m_bytes;
    QSize m_size;
    QImage m_whole; // once it was asked for
};

} // namespace carriel::extract
