package dev.pindah.sandbox.qontak.seed;

import static dev.pindah.sandbox.qontak.seed.Field.standard;

import java.util.List;

/** The fields that every account has, in the order of {@code …/info}. */
final class StandardFields {

  private static final String TEXT = Field.TEXT;
  private static final String SELECT = Field.SELECT;

  private StandardFields() {}

  static List<Field> contact() {
    return List.of(
        standard("first_name", "Nama Depan", "First Name", TEXT).mandatory(),
        standard("last_name", "Nama Belakang", "Last Name", TEXT),
        standard("job_title", "Jabatan", "Job Title", TEXT),
        standard("creator_id", "Pemilik", "Owner", SELECT).mandatory(),
        standard("email", "Email", "Email", TEXT),
        standard("crm_phones", "Telepon", "Telephone", TEXT),
        standard("crm_status_id", "Status", "Status", SELECT).with(Choices.STATUSES),
        standard("crm_location_address_map", "Alamat (Google Map)", "Address (Google Map)", TEXT),
        standard("address", "Alamat", "Address", Field.AREA),
        standard("country", "Negara", "Country", TEXT),
        standard("province", "Provinsi", "Province", TEXT),
        standard("city", "Kota", "City", TEXT),
        standard("zipcode", "Kode Pos", "Zip Code", TEXT),
        standard("date_of_birth", "Tanggal Lahir", "Date of Birth", Field.DATE),
        standard("crm_source_id", "Sumber", "Source", SELECT).with(Choices.SOURCES),
        standard("crm_gender_id", "Jenis Kelamin", "Sex", SELECT).with(Choices.GENDERS),
        standard("income", "Rata-rata Penghasilan Tahunan", "Avg. Annual Income", Field.NUMBER),
        standard("upload_id", "Unggahan", "Upload", Field.UPLOAD),
        standard("customer_id", "ID Pelanggan", "Customer ID", TEXT),
        standard("crm_occupation_id", "Pekerjaan", "Occupation", SELECT).with(Choices.OCCUPATIONS),
        standard("crm_company_id", "", "", Field.NUMBER));
  }

  static List<Field> company() {
    return List.of(
        standard("name", "Nama Perusahaan", "Company Name", TEXT).mandatory(),
        standard("website", "Situs Web", "Website", TEXT),
        standard("creator_id", "Pemilik", "Owner", SELECT).mandatory(),
        standard("crm_team_hierarchy_id", "Tim Pemilik", "Team's Owner", Field.MULTIPLE),
        standard("telephone", "Telepon", "Telephone", TEXT),
        standard("address", "Alamat", "Address", Field.AREA),
        standard("country", "Negara", "Country", TEXT),
        standard("province", "Provinsi", "Province", TEXT),
        standard("city", "Kota", "City", TEXT),
        standard("zipcode", "Kode Pos", "Zip Code", TEXT),
        standard("industry_id", "Industri", "Industry", SELECT).with(Choices.INDUSTRIES),
        standard("crm_type_id", "Tipe", "Type", SELECT).with(Choices.COMPANY_TYPES),
        standard("number_of_employees", "Jumlah Karyawan", "Number of Employees", Field.NUMBER),
        standard("crm_source_id", "Sumber", "Source", SELECT).with(Choices.SOURCES),
        standard("annual_revenue", "Pendapatan Tahunan", "Annual Revenue", Field.NUMBER),
        standard("business_reg_number", "Nomor Induk Berusaha", "Business Reg. Number", TEXT),
        standard("ancestry", "Induk Perusahaan", "Parent Company", SELECT));
  }

  static List<Field> deal() {
    return List.of(
        standard("name", "Nama Deal", "Deal Name", TEXT).mandatory(),
        standard("currency", "Mata Uang", "Currency", SELECT)
            .with(Choices.CURRENCIES.stream().map(code -> Option.of(0, code)).toList()),
        standard("size", "Nilai", "Size", Field.NUMBER),
        standard("creator_id", "Pemilik", "Owner", SELECT),
        standard("closed_date", "Tanggal Tutup", "Closed Date", Field.DATE),
        standard("crm_source_id", "Sumber", "Source", SELECT).with(Choices.SOURCES),
        standard("crm_priority_id", "Prioritas", "Priority", SELECT).with(Choices.DEAL_PRIORITIES),
        standard("start_date", "Tanggal Mulai", "Start Date", Field.DATE),
        standard("expired_date", "Tanggal Kedaluwarsa", "Expired Date", Field.DATE),
        standard("crm_lost_reason_id", "Alasan Gagal", "Lost Reason", SELECT)
            .with(Choices.LOST_REASONS),
        standard("crm_stage_id", "Tahap", "Stage", SELECT),
        standard("crm_contact", "Asosiasi Kontak", "Associated Contact", "assoc"),
        standard("crm_company", "Asosiasi Perusahaan", "Associated Company", "assoc"),
        standard("crm_deal_status_id", "Status Deal", "Deal Status", SELECT)
            .with(Choices.DEAL_STATUSES));
  }

  static List<Field> task() {
    return List.of(
        standard("name", "Nama Tugas", "Task Name", TEXT).mandatory(),
        standard("crm_person", "Asosiasi Kontak", "Associated Contact", "assoc"),
        standard("crm_company", "Asosiasi Perusahaan", "Associated Company", "assoc"),
        standard("crm_deal", "Asosiasi Deal", "Associated Deal", "assoc"),
        standard("crm_task_status_id", "Status", "Status", SELECT).with(Choices.TASK_STATUSES),
        standard("reporter_id", "Pelapor", "Reporter", SELECT),
        standard("user_id", "Pelaksana", "Assignee", SELECT),
        standard("crm_task_priority_id", "Prioritas", "Priority", SELECT)
            .with(Choices.TASK_PRIORITIES),
        standard("crm_task_category_id", "Kategori", "Category", SELECT)
            .with(Choices.TASK_CATEGORIES),
        standard("due_date", "Tenggat", "Due Date", Field.DATE_TIME),
        standard("end_due_date", "Akhir Tenggat", "End Due Date", Field.DATE_TIME),
        standard("reminder_date", "Pengingat", "Reminder Date", Field.DATE_TIME),
        standard("detail", "Rincian / Rencana", "Details / Plan", Field.AREA),
        standard("next_step", "Langkah Berikut / Hasil", "Next Steps / Results", Field.AREA),
        standard("crm_task_attachment", "Lampiran", "Attachment", Field.UPLOAD),
        standard("crm_checkin_attributes", "Lokasi GPS", "GPS Location", "checkin"),
        standard("crm_team_hierarchy_id", "Tim", "Team", Field.MULTIPLE));
  }

  /** Tickets are the only object whose standard fields carry ids. */
  static List<Field> ticket() {
    return List.of(
        standard("name", "Nama Tiket", "Ticket Name", TEXT).mandatory().numbered(701),
        standard("user_id", "Penanggung Jawab", "Assignee", SELECT).numbered(702),
        standard("creator_id", "Pemilik", "Owner", SELECT).numbered(703),
        standard("ticket_pipeline_id", "Pipeline", "Pipeline", SELECT).numbered(704),
        standard("ticket_stage_id", "Tahap", "Stage", SELECT).numbered(705),
        standard("description", "Deskripsi", "Description", Field.AREA).numbered(706),
        standard("due_date", "Tenggat", "Due Date", Field.DATE).numbered(707),
        standard("ticket_priority_id", "Prioritas", "Priority", SELECT)
            .with(Choices.TICKET_PRIORITIES)
            .numbered(708),
        standard("ticket_category_id", "Kategori", "Category", SELECT)
            .with(Choices.TICKET_CATEGORIES)
            .numbered(709),
        standard("crm_company_id", "Perusahaan", "Company", "assoc").numbered(710),
        standard("crm_lead_ids", "Kontak", "Contacts", "assoc").numbered(711),
        standard("crm_product_ids", "Produk", "Products", "assoc").numbered(712),
        standard("crm_task_ids", "Tugas", "Tasks", "assoc").numbered(713));
  }

  static List<Field> product() {
    return List.of(
        standard("name", "Nama Produk", "Product Name", TEXT).mandatory(),
        standard("currency", "Mata Uang", "Currency", SELECT),
        standard("price", "Harga", "Price", Field.NUMBER),
        standard("quantity", "Jumlah", "Quantity", Field.NUMBER),
        standard("discount", "Diskon", "Discount", Field.PERCENT),
        standard("description", "Deskripsi", "Description", Field.AREA),
        standard("crm_category_product_id", "Kategori", "Category", SELECT)
            .with(Choices.PRODUCT_CATEGORIES),
        standard("product_image", "Gambar", "Image", Field.UPLOAD));
  }
}
