/**
 * Files of the account. In: a link or a folder. Out: attachments made from their link, the .xlsx
 * downloads of the web pages, chatbot flows in Pindah's import format.
 */
@NullMarked
package dev.pindah.sandbox.qontak.files;

import org.jspecify.annotations.NullMarked;
